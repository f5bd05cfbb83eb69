-- What PostgreSQL asks when a loan is deleted: does an overdue_notice still refer to it?
-- :loan_id uuid (loan.id)
SELECT 1 AS one
FROM overdue_notice
WHERE overdue_notice.loan_id = :loan_id;
