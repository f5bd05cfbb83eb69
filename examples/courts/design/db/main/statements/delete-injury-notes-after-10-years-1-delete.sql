-- A batch of injury notes that were written more than 10 years ago and that nothing refers to; run again until it finds none.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
DELETE FROM injury_note
WHERE injury_note.id IN (
    SELECT injury_note.id
    FROM injury_note
    WHERE injury_note.created_at < :now - interval '315569520 seconds'
      AND NOT EXISTS (
        SELECT 1 AS one
        FROM injury_note_read
        WHERE injury_note.id = injury_note_read.injury_note_id)
    ORDER BY injury_note.created_at
    LIMIT :limit
    FOR NO KEY UPDATE OF injury_note SKIP LOCKED);
