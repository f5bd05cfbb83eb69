-- See my permits: the permits of one page, by keyset.
-- :actor_id uuid ($actor.id)
-- :after_created_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT permit.id,
       permit.plate,
       permit.due_on,
       permit.status
FROM permit
WHERE permit.resident_id = :actor_id
  AND (permit.created_at, permit.id) < (:after_created_at, :after_id)
ORDER BY permit.created_at DESC, permit.id DESC
LIMIT :limit;
