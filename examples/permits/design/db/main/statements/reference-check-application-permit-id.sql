-- What PostgreSQL asks when a permit is deleted: does an application still refer to it?
-- :permit_id uuid (permit.id)
SELECT 1 AS one
FROM application
WHERE application.permit_id = :permit_id;
