-- Runs only when nothing was written: which refusal it is, the first true one.
-- :company_id uuid (company.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM company
    WHERE company.id = :company_id)) AS company_not_found;
