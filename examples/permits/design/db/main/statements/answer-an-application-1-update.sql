-- Answer an application: moves Application.status rejected → answered.
-- :application_id uuid (application.id)
UPDATE application
SET status = 'answered'
WHERE application.id = :application_id
  AND application.status = 'rejected';
