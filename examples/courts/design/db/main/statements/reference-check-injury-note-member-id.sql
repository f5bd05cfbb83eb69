-- What PostgreSQL asks when a member is deleted: does an injury_note still refer to it?
-- :member_id uuid (member.id)
SELECT 1 AS one
FROM injury_note
WHERE injury_note.member_id = :member_id;
