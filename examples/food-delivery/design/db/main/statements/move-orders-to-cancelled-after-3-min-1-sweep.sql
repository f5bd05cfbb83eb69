-- A batch of orders that waited 3 min becomes cancelled; several instances may run it at once, each skips what another holds.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
UPDATE "order"
SET status = 'cancelled',
    status_since = CAST(:now AS timestamptz)
WHERE "order".id IN (
    SELECT "order".id
    FROM "order"
    WHERE "order".status = 'paid'
      AND "order".status_since <= :now - interval '180 seconds'
    ORDER BY "order".status_since, "order".id
    LIMIT :limit
    FOR NO KEY UPDATE OF "order" SKIP LOCKED);
