-- A batch of statements that were written more than 10 years ago and that nothing refers to; run again until it finds none.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
DELETE FROM statement
WHERE statement.id IN (
    SELECT statement.id
    FROM statement
    WHERE statement.created_at < :now - interval '315569520 seconds'
    ORDER BY statement.created_at
    LIMIT :limit
    FOR NO KEY UPDATE OF statement SKIP LOCKED);
