-- Solve a ticket: moves Ticket.status open/pending → solved.
-- :now timestamptz ($clock.now)
-- :ticket_id uuid (ticket.id)
UPDATE ticket
SET status = 'solved',
    solved_at = CAST(:now AS timestamptz)
WHERE ticket.id = :ticket_id
  AND ticket.status IN ('open', 'pending');
