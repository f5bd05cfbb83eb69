-- What PostgreSQL asks when a member is deleted: does a membership still refer to it?
-- :member_id uuid (member.id)
SELECT 1 AS one
FROM membership
WHERE membership.member_id = :member_id;
