-- What PostgreSQL asks when a member is deleted: does a direct_message still refer to it?
-- :member_id uuid (member.id)
SELECT 1 AS one
FROM direct_message
WHERE direct_message.member_id = :member_id;
