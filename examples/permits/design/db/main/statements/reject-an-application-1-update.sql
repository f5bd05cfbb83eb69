-- Reject an application: moves Application.status open → rejected.
-- :application_id uuid (application.id)
UPDATE application
SET status = 'rejected'
WHERE application.id = :application_id
  AND application.status = 'open';
