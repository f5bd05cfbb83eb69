-- Runs only when nothing was written: which refusal it is, the first true one.
-- :channel_id uuid (channel.id)
-- :actor_id uuid ($actor.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM channel
    WHERE channel.id = :channel_id)) AS channel_not_found,
       (EXISTS (
    SELECT 1 AS one
    FROM channel
    CROSS JOIN member
    WHERE channel.id = :channel_id
      AND member.id = :actor_id
      AND NOT EXISTS (
        SELECT 1 AS one
        FROM membership
        WHERE membership.community_id = channel.community_id
          AND membership.member_id = member.id
          AND membership.status = 'active'))) AS no_membership_active;
