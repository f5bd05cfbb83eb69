-- See what I earned: the payouts of one page, by keyset.
-- :actor_id uuid ($actor.id)
-- :after_created_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT payout.id,
       payout.week_of,
       payout.amount
FROM payout
WHERE payout.restaurant_id = :actor_id
  AND (payout.created_at, payout.id) < (:after_created_at, :after_id)
ORDER BY payout.created_at DESC, payout.id DESC
LIMIT :limit;
