-- What PostgreSQL asks when a member is deleted: does a loan still refer to it?
-- :member_id uuid (member.id)
SELECT 1 AS one
FROM loan
WHERE loan.member_id = :member_id;
