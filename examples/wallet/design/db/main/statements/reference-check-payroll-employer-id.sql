-- What PostgreSQL asks when an employer is deleted: does a payroll still refer to it?
-- :employer_id uuid (employer.id)
SELECT 1 AS one
FROM payroll
WHERE payroll.employer_id = :employer_id;
