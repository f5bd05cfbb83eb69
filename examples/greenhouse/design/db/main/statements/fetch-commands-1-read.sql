-- Fetch commands: the commands of one page, by keyset.
-- :greenhouse_id uuid (command.greenhouse_id)
-- :after_created_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT command.id,
       command.what,
       command.value,
       command.status
FROM command
WHERE command.greenhouse_id = :greenhouse_id
  AND command.status = 'ordered'
  AND (command.created_at, command.id) < (:after_created_at, :after_id)
ORDER BY command.created_at DESC, command.id DESC
LIMIT :limit;
