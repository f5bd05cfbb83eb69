-- Runs only when nothing was written: which refusal it is, the first true one.
-- :court_id uuid (court.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM court
    WHERE court.id = :court_id)) AS court_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM court
    WHERE court.id = :court_id
      AND court.status = 'open')) AS court_not_open;
