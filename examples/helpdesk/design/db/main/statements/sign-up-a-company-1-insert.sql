-- Sign up a company: writes the company.
-- :id uuid ($new.id)
-- :name text (company.name)
-- :region text (company.region)
-- :now timestamptz ($clock.now)
INSERT INTO company (id, name, region, created_at)
VALUES (:id, :name, :region, :now)
RETURNING id, name, region, created_at;
