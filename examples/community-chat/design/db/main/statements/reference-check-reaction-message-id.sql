-- What PostgreSQL asks when a message is deleted: does a reaction still refer to it?
-- :message_id uuid (message.id)
SELECT 1 AS one
FROM reaction
WHERE reaction.message_id = :message_id;
