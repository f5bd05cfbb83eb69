-- What PostgreSQL asks when a member is deleted: does a message still refer to it?
-- :member_id uuid (member.id)
SELECT 1 AS one
FROM message
WHERE message.member_id = :member_id;
