-- What PostgreSQL asks when a worker is deleted: does a withdrawal still refer to it?
-- :worker_id uuid (worker.id)
SELECT 1 AS one
FROM withdrawal
WHERE withdrawal.worker_id = :worker_id;
