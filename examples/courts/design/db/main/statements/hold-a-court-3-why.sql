-- Runs only when nothing was written: which refusal it is, the first true one.
-- :court_id uuid (court.id)
-- :actor_id uuid ($actor.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM court
    WHERE court.id = :court_id)) AS court_not_found,
       (EXISTS (
    SELECT 1 AS one
    FROM court
    CROSS JOIN member
    WHERE court.id = :court_id
      AND member.id = :actor_id
      AND court.status <> 'open')) AS no_court_open;
