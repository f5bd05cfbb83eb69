-- What PostgreSQL asks when a club is deleted: does a court still refer to it?
-- :club_id uuid (club.id)
SELECT 1 AS one
FROM court
WHERE court.club_id = :club_id;
