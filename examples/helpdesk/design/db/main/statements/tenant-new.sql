-- First in each transaction: the company that is being made, until the commit and no longer, so that a pooled connection forgets it.
-- :id uuid ($new.id)
SELECT set_config('app.company_id', CAST(:id AS text), true) AS company_id;
