-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
SELECT company.id,
       company.name,
       company.region,
       company.issuer,
       company.created_at
FROM company
WHERE company.id = :id;
