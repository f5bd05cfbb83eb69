-- What PostgreSQL asks when a channel is deleted: does a message still refer to it?
-- :channel_id uuid (channel.id)
SELECT 1 AS one
FROM message
WHERE message.channel_id = :channel_id;
