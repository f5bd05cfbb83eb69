-- The oldest messages for “call the grower on duty” that no other instance is delivering.
-- :limit bigint ($page.limit)
SELECT outbox_message.id,
       outbox_message.subject
FROM outbox_message
WHERE outbox_message.topic = 'call-the-grower-on-duty'
ORDER BY outbox_message.created_at, outbox_message.id
LIMIT :limit
FOR NO KEY UPDATE OF outbox_message SKIP LOCKED;
