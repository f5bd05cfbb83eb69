-- A batch of permits that waited 365 days becomes expired; several instances may run it at once, each skips what another holds.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
UPDATE permit
SET status = 'expired'
WHERE permit.id IN (
    SELECT permit.id
    FROM permit
    WHERE permit.status = 'requested'
      AND permit.created_at <= :now - interval '31556952 seconds'
    ORDER BY permit.created_at, permit.id
    LIMIT :limit
    FOR NO KEY UPDATE OF permit SKIP LOCKED);
