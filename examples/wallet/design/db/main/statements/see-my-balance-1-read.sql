-- See my balance: the wallets of one page, by keyset.
-- :actor_id uuid ($actor.id)
-- :after_created_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT wallet.id,
       wallet.kind,
       wallet.balance
FROM wallet
WHERE wallet.worker_id = :actor_id
  AND (wallet.created_at, wallet.id) < (:after_created_at, :after_id)
ORDER BY wallet.created_at DESC, wallet.id DESC
LIMIT :limit;
