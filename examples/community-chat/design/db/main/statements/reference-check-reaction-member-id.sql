-- What PostgreSQL asks when a member is deleted: does a reaction still refer to it?
-- :member_id uuid (member.id)
SELECT 1 AS one
FROM reaction
WHERE reaction.member_id = :member_id;
