-- Note an injury: writes the injury note.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
-- :text text (injury_note.text)
-- :member_id uuid (member.id)
INSERT INTO injury_note (id, member_id, seen_at, text, created_at)
SELECT CAST(:id AS uuid), member.id, CAST(:now AS timestamptz), CAST(:text AS text), CAST(:now AS timestamptz)
FROM member
WHERE member.id = :member_id
RETURNING id, member_id, created_at;
