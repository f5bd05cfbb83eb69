-- A batch of injury notes that were written more than 10 years ago and that nothing refers to; run again until it finds none.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
DELETE FROM injury_note
WHERE injury_note.id IN (
    SELECT injury_note.id
    FROM injury_note
    WHERE injury_note.created_at < :now - interval '315569520 seconds'
    ORDER BY injury_note.created_at
    LIMIT :limit
    FOR NO KEY UPDATE OF injury_note SKIP LOCKED);
