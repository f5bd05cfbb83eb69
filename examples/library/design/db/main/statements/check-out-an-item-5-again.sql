-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
SELECT loan.id,
       loan.item_id,
       loan.member_id,
       loan.lent_on,
       loan.due_on,
       loan.status,
       loan.created_at
FROM loan
WHERE loan.id = :id;
