-- What PostgreSQL asks when a greenhouse is deleted: does a target still refer to it?
-- :greenhouse_id uuid (greenhouse.id)
SELECT 1 AS one
FROM target
WHERE target.greenhouse_id = :greenhouse_id;
