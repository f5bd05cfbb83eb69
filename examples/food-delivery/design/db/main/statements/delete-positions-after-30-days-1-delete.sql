-- A batch of positions that were written more than 30 days ago and that nothing refers to; run again until it finds none.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
DELETE FROM position
WHERE position.id IN (
    SELECT position.id
    FROM position
    WHERE position.created_at < :now - interval '2592000 seconds'
    ORDER BY position.created_at
    LIMIT :limit
    FOR NO KEY UPDATE OF position SKIP LOCKED);
