-- List the entries of a wallet: the entries of one page, by keyset.
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
WHERE entry.wallet_id = :wallet_id
  AND (entry.created_at, entry.id) < (:after_created_at, :after_id)
ORDER BY entry.created_at DESC, entry.id DESC
LIMIT :limit;
