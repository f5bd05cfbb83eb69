-- First in each transaction: the company of the caller, until the commit and no longer, so that a pooled connection forgets it.
-- :caller_company_id uuid ($tenant.id)
SELECT set_config('app.company_id', CAST(:caller_company_id AS text), true) AS company_id;
