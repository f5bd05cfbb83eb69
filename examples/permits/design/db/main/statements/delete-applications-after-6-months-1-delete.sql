-- A batch of applications that were written more than 6 months ago and that nothing refers to; run again until it finds none.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
DELETE FROM application
WHERE application.id IN (
    SELECT application.id
    FROM application
    WHERE application.created_at < :now - interval '15778476 seconds'
    ORDER BY application.created_at
    LIMIT :limit
    FOR NO KEY UPDATE OF application SKIP LOCKED);
