-- The oldest messages for “tell Payment provider of place an order” that no other instance is delivering.
-- :limit bigint ($page.limit)
SELECT outbox_message.id,
       outbox_message.subject
FROM outbox_message
WHERE outbox_message.topic = 'tell-payment-provider-of-place-an-order'
ORDER BY outbox_message.created_at, outbox_message.id
LIMIT :limit
FOR NO KEY UPDATE OF outbox_message SKIP LOCKED;
