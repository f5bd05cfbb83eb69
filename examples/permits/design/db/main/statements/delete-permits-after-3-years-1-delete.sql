-- A batch of permits that were written more than 3 years ago and that nothing refers to; run again until it finds none.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
DELETE FROM permit
WHERE permit.id IN (
    SELECT permit.id
    FROM permit
    WHERE permit.created_at < :now - interval '94670856 seconds'
      AND NOT EXISTS (
        SELECT 1 AS one
        FROM application
        WHERE permit.id = application.permit_id)
      AND NOT EXISTS (
        SELECT 1 AS one
        FROM reminder
        WHERE permit.id = reminder.permit_id)
    ORDER BY permit.created_at
    LIMIT :limit
    FOR NO KEY UPDATE OF permit SKIP LOCKED);
