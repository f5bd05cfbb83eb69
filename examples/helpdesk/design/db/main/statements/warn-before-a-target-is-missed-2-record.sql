-- Claims one row before the mail leaves: nothing written means another run has it.
-- :id uuid ($new.id)
-- :ticket_id uuid ($row.id)
-- :now timestamptz ($clock.now)
INSERT INTO warning (id, ticket_id, created_at, company_id)
VALUES (:id, :ticket_id, :now, (
    SELECT ticket.company_id
    FROM ticket
    WHERE ticket.id = :ticket_id))
ON CONFLICT DO NOTHING;
