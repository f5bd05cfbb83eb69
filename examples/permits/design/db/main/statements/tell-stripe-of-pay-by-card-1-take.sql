-- The messages for “tell Stripe of pay by card” whose turn it is and that no other instance is delivering.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
SELECT outbox_message.id,
       outbox_message.subject
FROM outbox_message
WHERE outbox_message.topic = 'tell-stripe-of-pay-by-card'
  AND outbox_message.not_before <= :now
  AND outbox_message.attempts < 12
ORDER BY outbox_message.not_before, outbox_message.id
LIMIT :limit
FOR NO KEY UPDATE OF outbox_message SKIP LOCKED;
