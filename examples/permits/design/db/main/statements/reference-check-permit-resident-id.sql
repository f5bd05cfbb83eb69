-- What PostgreSQL asks when a resident is deleted: does a permit still refer to it?
-- :resident_id uuid (resident.id)
SELECT 1 AS one
FROM permit
WHERE permit.resident_id = :resident_id;
