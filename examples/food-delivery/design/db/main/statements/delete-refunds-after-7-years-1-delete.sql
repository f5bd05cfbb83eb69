-- A batch of refunds that were written more than 7 years ago and that nothing refers to; run again until it finds none.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
DELETE FROM refund
WHERE refund.id IN (
    SELECT refund.id
    FROM refund
    WHERE refund.created_at < :now - interval '220898664 seconds'
    ORDER BY refund.created_at
    LIMIT :limit
    FOR NO KEY UPDATE OF refund SKIP LOCKED);
