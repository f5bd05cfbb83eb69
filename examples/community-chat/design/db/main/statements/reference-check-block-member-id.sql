-- What PostgreSQL asks when a member is deleted: does a block still refer to it?
-- :member_id uuid (member.id)
SELECT 1 AS one
FROM block
WHERE block.member_id = :member_id;
