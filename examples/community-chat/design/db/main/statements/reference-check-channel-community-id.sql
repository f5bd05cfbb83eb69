-- What PostgreSQL asks when a community is deleted: does a channel still refer to it?
-- :community_id uuid (community.id)
SELECT 1 AS one
FROM channel
WHERE channel.community_id = :community_id;
