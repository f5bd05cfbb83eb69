-- What PostgreSQL asks when a greenhouse is deleted: does a command still refer to it?
-- :greenhouse_id uuid (greenhouse.id)
SELECT 1 AS one
FROM command
WHERE command.greenhouse_id = :greenhouse_id;
