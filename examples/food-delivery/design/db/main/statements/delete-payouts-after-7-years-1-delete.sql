-- A batch of payouts that were written more than 7 years ago and that nothing refers to; run again until it finds none.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
DELETE FROM payout
WHERE payout.id IN (
    SELECT payout.id
    FROM payout
    WHERE payout.created_at < :now - interval '220898664 seconds'
    ORDER BY payout.created_at
    LIMIT :limit
    FOR NO KEY UPDATE OF payout SKIP LOCKED);
