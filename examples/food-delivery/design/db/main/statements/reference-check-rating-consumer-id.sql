-- What PostgreSQL asks when a consumer is deleted: does a rating still refer to it?
-- :consumer_id uuid (consumer.id)
SELECT 1 AS one
FROM rating
WHERE rating.consumer_id = :consumer_id;
