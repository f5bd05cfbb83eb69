-- What PostgreSQL asks when a club is deleted: does a member still refer to it?
-- :club_id uuid (club.id)
SELECT 1 AS one
FROM member
WHERE member.club_id = :club_id;
