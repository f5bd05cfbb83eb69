-- The oldest messages for “tell Banking partner of withdraw to my bank account” that no other instance is delivering.
-- :limit bigint ($page.limit)
SELECT outbox_message.id,
       outbox_message.subject
FROM outbox_message
WHERE outbox_message.topic = 'tell-banking-partner-of-withdraw-to-my-bank-account'
ORDER BY outbox_message.created_at, outbox_message.id
LIMIT :limit
FOR NO KEY UPDATE OF outbox_message SKIP LOCKED;
