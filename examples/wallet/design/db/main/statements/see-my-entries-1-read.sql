-- See my entries: the entries of one page, by keyset.
-- :actor_id uuid ($actor.id)
-- :wallet_id uuid (entry.wallet_id)
-- :after_created_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT entry.id,
       entry.amount,
       movement.purpose AS movement_purpose,
       movement.amount AS movement_amount,
       movement.reference
FROM entry
JOIN movement ON movement.id = entry.movement_id
WHERE EXISTS (
    SELECT 1 AS one
    FROM wallet
    WHERE wallet.id = entry.wallet_id
      AND wallet.worker_id = :actor_id)
  AND entry.wallet_id = :wallet_id
  AND (entry.created_at, entry.id) < (:after_created_at, :after_id)
ORDER BY entry.created_at DESC, entry.id DESC
LIMIT :limit;
