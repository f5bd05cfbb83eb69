-- What PostgreSQL asks when a worker is deleted: does a wallet still refer to it?
-- :worker_id uuid (worker.id)
SELECT 1 AS one
FROM wallet
WHERE wallet.worker_id = :worker_id;
