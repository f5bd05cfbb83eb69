-- Extend a loan: changes Loan.dueOn.
-- :loan_id uuid (loan.id)
-- :actor_id uuid ($actor.id)
-- :due_on date (loan.due_on)
UPDATE loan
SET due_on = loan.due_on + 28
WHERE loan.id = :loan_id
  AND loan.member_id = :actor_id
  AND loan.status = 'out'
  AND loan.due_on = :due_on
  AND NOT EXISTS (
    SELECT 1 AS one
    FROM reservation
    WHERE reservation.item_id = loan.item_id
      AND reservation.member_id <> loan.member_id
      AND reservation.status = 'waiting');
