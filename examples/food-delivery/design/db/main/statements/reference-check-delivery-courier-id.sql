-- What PostgreSQL asks when a courier is deleted: does a delivery still refer to it?
-- :courier_id uuid (courier.id)
SELECT 1 AS one
FROM delivery
WHERE delivery.courier_id = :courier_id;
