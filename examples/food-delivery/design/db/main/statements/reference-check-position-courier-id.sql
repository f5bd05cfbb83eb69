-- What PostgreSQL asks when a courier is deleted: does a position still refer to it?
-- :courier_id uuid (courier.id)
SELECT 1 AS one
FROM position
WHERE position.courier_id = :courier_id;
