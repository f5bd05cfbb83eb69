-- Runs only when nothing was written: which refusal it is, the first true one.
-- :application_id uuid (application.id)
-- :now timestamptz ($clock.now)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM application
    WHERE application.id = :application_id)) AS application_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM application
    WHERE application.id = :application_id
      AND application.status = 'open')) AS application_not_open,
       (EXISTS (
    SELECT 1 AS one
    FROM application
    WHERE application.id = :application_id
      AND :now >= application.created_at + interval '864000 seconds')) AS answer_an_application_too_late;
