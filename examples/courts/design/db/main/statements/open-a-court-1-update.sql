-- Open a court: moves Court.status closed → open.
-- :court_id uuid (court.id)
UPDATE court
SET status = 'open'
WHERE court.id = :court_id
  AND court.status = 'closed';
