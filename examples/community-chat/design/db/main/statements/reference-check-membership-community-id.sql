-- What PostgreSQL asks when a community is deleted: does a membership still refer to it?
-- :community_id uuid (community.id)
SELECT 1 AS one
FROM membership
WHERE membership.community_id = :community_id;
