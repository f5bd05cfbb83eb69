-- What PostgreSQL asks when an employer is deleted: does a wallet still refer to it?
-- :employer_id uuid (employer.id)
SELECT 1 AS one
FROM wallet
WHERE wallet.employer_id = :employer_id;
