-- Answer an application: moves Application.status open → answered.
-- :application_id uuid (application.id)
-- :now timestamptz ($clock.now)
UPDATE application
SET status = 'answered'
WHERE application.id = :application_id
  AND application.status = 'open'
  AND :now < application.created_at + interval '864000 seconds';
