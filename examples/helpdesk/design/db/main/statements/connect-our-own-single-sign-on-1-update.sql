-- Connect our own single sign-on: changes Company.issuer.
-- :issuer text (company.issuer)
-- :company_id uuid (company.id)
UPDATE company
SET issuer = CAST(:issuer AS text)
WHERE company.id = :company_id;
