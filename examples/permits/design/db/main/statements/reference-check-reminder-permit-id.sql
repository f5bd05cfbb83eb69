-- What PostgreSQL asks when a permit is deleted: does a reminder still refer to it?
-- :permit_id uuid (permit.id)
SELECT 1 AS one
FROM reminder
WHERE reminder.permit_id = :permit_id;
