-- What PostgreSQL asks when an injury_note is deleted: does an injury_note_read still refer to it?
-- :injury_note_id uuid (injury_note.id)
SELECT 1 AS one
FROM injury_note_read
WHERE injury_note_read.injury_note_id = :injury_note_id;
