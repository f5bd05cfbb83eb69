-- Approve an application: moves Application.status open → approved.
-- :application_id uuid (application.id)
UPDATE application
SET status = 'approved'
WHERE application.id = :application_id
  AND application.status = 'open';
