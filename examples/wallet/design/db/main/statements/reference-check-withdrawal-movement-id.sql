-- What PostgreSQL asks when a movement is deleted: does a withdrawal still refer to it?
-- :movement_id uuid (movement.id)
SELECT 1 AS one
FROM withdrawal
WHERE withdrawal.movement_id = :movement_id;
