-- Get what was missed: the messages of one page, by keyset.
-- :actor_id uuid ($actor.id)
-- :channel_id uuid (message.channel_id)
-- :after_created_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT message.id,
       message.text,
       message.status
FROM message
WHERE EXISTS (
    SELECT 1 AS one
    FROM membership AS asked_membership
    WHERE asked_membership.community_id = (
    SELECT channel.community_id
    FROM channel
    WHERE channel.id = message.channel_id)
      AND asked_membership.member_id = :actor_id
      AND asked_membership.status = 'active')
  AND message.channel_id = :channel_id
  AND (message.created_at, message.id) < (:after_created_at, :after_id)
ORDER BY message.created_at DESC, message.id DESC
LIMIT :limit;
