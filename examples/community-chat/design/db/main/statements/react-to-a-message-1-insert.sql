-- React to a message: writes the reaction.
-- :id uuid ($new.id)
-- :emoji text (reaction.emoji)
-- :now timestamptz ($clock.now)
-- :message_id uuid (message.id)
-- :actor_id uuid ($actor.id)
INSERT INTO reaction (id, message_id, member_id, emoji, created_at)
SELECT CAST(:id AS uuid), message.id, member.id, CAST(:emoji AS text), CAST(:now AS timestamptz)
FROM message
CROSS JOIN member
WHERE message.id = :message_id
  AND member.id = :actor_id
RETURNING id, message_id, member_id, emoji, created_at;
