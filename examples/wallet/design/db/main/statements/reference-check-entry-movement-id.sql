-- What PostgreSQL asks when a movement is deleted: does an entry still refer to it?
-- :movement_id uuid (movement.id)
SELECT 1 AS one
FROM entry
WHERE entry.movement_id = :movement_id;
