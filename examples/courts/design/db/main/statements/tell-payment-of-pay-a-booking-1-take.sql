-- The oldest messages for “tell Payment of pay a booking” that no other instance is delivering.
-- :limit bigint ($page.limit)
SELECT outbox_message.id,
       outbox_message.subject
FROM outbox_message
WHERE outbox_message.topic = 'tell-payment-of-pay-a-booking'
ORDER BY outbox_message.created_at, outbox_message.id
LIMIT :limit
FOR NO KEY UPDATE OF outbox_message SKIP LOCKED;
