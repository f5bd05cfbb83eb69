-- Sign up a company: writes the company.
-- :id uuid ($new.id)
-- :name text (company.name)
-- :region text (company.region)
-- :issuer text (company.issuer)
-- :now timestamptz ($clock.now)
INSERT INTO company (id, name, region, issuer, created_at)
VALUES (:id, :name, :region, :issuer, :now)
RETURNING id, name, region, issuer, created_at;
