-- Claims one row before the mail leaves: nothing written means another run has it.
-- :id uuid ($new.id)
-- :loan_id uuid ($row.id)
-- :today date ($clock.today)
-- :now timestamptz ($clock.now)
INSERT INTO overdue_notice (id, loan_id, sent_on, created_at)
VALUES (:id, :loan_id, :today, :now)
ON CONFLICT DO NOTHING;
