-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
-- :actor_id uuid ($actor.id)
SELECT payroll.id,
       payroll.employer_id,
       payroll.name,
       payroll.status,
       payroll.created_at
FROM payroll
WHERE payroll.id = :id
  AND payroll.employer_id = :actor_id;
