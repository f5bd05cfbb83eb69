-- Look up a permit: full-text match over plate, one page by keyset.
-- :q text (permit.plate)
-- :after_plate text ($page.lowest)
-- :after_id uuid ($page.lowest)
-- :limit bigint ($page.limit)
SELECT permit.id,
       permit.plate,
       permit.due_on,
       permit.status
FROM permit
WHERE permit.search @@ websearch_to_tsquery('simple', :q)
  AND (permit.plate, permit.id) > (:after_plate, :after_id)
ORDER BY permit.plate, permit.id
LIMIT :limit;
