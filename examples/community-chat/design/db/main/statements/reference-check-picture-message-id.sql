-- What PostgreSQL asks when a message is deleted: does a picture still refer to it?
-- :message_id uuid (message.id)
SELECT 1 AS one
FROM picture
WHERE picture.message_id = :message_id;
