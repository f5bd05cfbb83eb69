-- What PostgreSQL asks when a consumer is deleted: does an order still refer to it?
-- :consumer_id uuid (consumer.id)
SELECT 1 AS one
FROM "order"
WHERE "order".consumer_id = :consumer_id;
