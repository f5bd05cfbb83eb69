-- Close a court: moves Court.status open → closed.
-- :court_id uuid (court.id)
UPDATE court
SET status = 'closed'
WHERE court.id = :court_id
  AND court.status = 'open';
