-- What PostgreSQL asks when a delivery is deleted: does a position still refer to it?
-- :delivery_id uuid (delivery.id)
SELECT 1 AS one
FROM position
WHERE position.delivery_id = :delivery_id;
