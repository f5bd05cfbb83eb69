-- Runs only when nothing was written: which refusal it is, the first true one.
-- :application_id uuid (application.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM application
    WHERE application.id = :application_id)) AS application_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM application
    WHERE application.id = :application_id
      AND application.status = 'rejected')) AS application_not_rejected;
