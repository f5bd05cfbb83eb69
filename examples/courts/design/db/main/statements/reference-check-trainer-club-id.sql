-- What PostgreSQL asks when a club is deleted: does a trainer still refer to it?
-- :club_id uuid (club.id)
SELECT 1 AS one
FROM trainer
WHERE trainer.club_id = :club_id;
