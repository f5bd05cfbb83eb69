-- Write a direct message: writes the direct message.
-- :id uuid ($new.id)
-- :to uuid (direct_message.to)
-- :text text (direct_message.text)
-- :now timestamptz ($clock.now)
-- :actor_id uuid ($actor.id)
INSERT INTO direct_message (id, member_id, "to", text, created_at)
SELECT CAST(:id AS uuid), member.id, CAST(:to AS uuid), CAST(:text AS text), CAST(:now AS timestamptz)
FROM member
WHERE member.id = :actor_id
RETURNING id, member_id, "to", text, created_at;
