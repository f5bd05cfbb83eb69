-- What PostgreSQL asks when a resident is deleted: does an application still refer to it?
-- :resident_id uuid (resident.id)
SELECT 1 AS one
FROM application
WHERE application.resident_id = :resident_id;
