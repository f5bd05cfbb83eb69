-- What PostgreSQL asks when a payroll is deleted: does a payroll_line still refer to it?
-- :payroll_id uuid (payroll.id)
SELECT 1 AS one
FROM payroll_line
WHERE payroll_line.payroll_id = :payroll_id;
