-- A batch of applications that waited 10 days becomes approved; several instances may run it at once, each skips what another holds.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
UPDATE application
SET status = 'approved'
WHERE application.id IN (
    SELECT application.id
    FROM application
    WHERE application.status = 'open'
      AND application.created_at <= :now - interval '864000 seconds'
    ORDER BY application.created_at, application.id
    LIMIT :limit
    FOR NO KEY UPDATE OF application SKIP LOCKED);
