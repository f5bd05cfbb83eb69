-- The oldest messages for “push to whoever is mentioned” that no other instance is delivering.
-- :limit bigint ($page.limit)
SELECT outbox_message.id,
       outbox_message.subject
FROM outbox_message
WHERE outbox_message.topic = 'push-to-whoever-is-mentioned'
ORDER BY outbox_message.created_at, outbox_message.id
LIMIT :limit
FOR NO KEY UPDATE OF outbox_message SKIP LOCKED;
