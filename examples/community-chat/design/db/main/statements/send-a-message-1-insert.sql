-- Send a message: writes the message only while the guards hold.
-- :id uuid ($new.id)
-- :text text (message.text)
-- :now timestamptz ($clock.now)
-- :channel_id uuid (channel.id)
-- :actor_id uuid ($actor.id)
INSERT INTO message (id, channel_id, member_id, text, status, created_at)
SELECT CAST(:id AS uuid), channel.id, member.id, CAST(:text AS text), 'sent', CAST(:now AS timestamptz)
FROM channel
CROSS JOIN member
WHERE channel.id = :channel_id
  AND member.id = :actor_id
  AND EXISTS (
    SELECT 1 AS one
    FROM membership
    WHERE membership.community_id = channel.community_id
      AND membership.member_id = member.id
      AND membership.status = 'active'
    FOR SHARE OF membership)
RETURNING id, channel_id, member_id, text, status, created_at;
