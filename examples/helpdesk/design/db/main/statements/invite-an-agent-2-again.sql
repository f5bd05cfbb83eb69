-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
SELECT agent.id,
       agent.company_id,
       agent.group_id,
       agent.name,
       agent.email,
       agent.active,
       agent.created_at
FROM agent
WHERE agent.id = :id;
