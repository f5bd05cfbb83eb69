-- The messages for “tell Banking partner of withdraw to my bank account” whose turn it is and that no other instance is delivering.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
SELECT outbox_message.id,
       outbox_message.subject
FROM outbox_message
WHERE outbox_message.topic = 'tell-banking-partner-of-withdraw-to-my-bank-account'
  AND outbox_message.not_before <= :now
  AND outbox_message.attempts < 12
ORDER BY outbox_message.not_before, outbox_message.id
LIMIT :limit
FOR NO KEY UPDATE OF outbox_message SKIP LOCKED;
