-- Runs only when nothing was written: which refusal it is, the first true one.
-- :loan_id uuid (loan.id)
-- :actor_id uuid ($actor.id)
-- :due_on date (loan.due_on)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM loan
    WHERE loan.id = :loan_id
      AND loan.member_id = :actor_id)) AS loan_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM loan
    WHERE loan.id = :loan_id
      AND loan.member_id = :actor_id
      AND loan.status = 'out')) AS loan_not_out,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM loan
    WHERE loan.id = :loan_id
      AND loan.member_id = :actor_id
      AND loan.due_on = :due_on)) AS loan_changed,
       (EXISTS (
    SELECT 1 AS one
    FROM loan
    WHERE loan.id = :loan_id
      AND loan.member_id = :actor_id
      AND EXISTS (
        SELECT 1 AS one
        FROM reservation
        WHERE reservation.item_id = loan.item_id
          AND reservation.member_id <> loan.member_id
          AND reservation.status = 'waiting'))) AS reservation_waiting_by_another_member;
