-- Search the catalogue: full-text match over title, author, subject, one page by keyset.
-- :q text (title.title)
-- :after_title text ($page.lowest)
-- :after_id uuid ($page.lowest)
-- :limit bigint ($page.limit)
SELECT item.id,
       item.barcode,
       title.title,
       title.author,
       title.subject,
       branch.name AS branch_name,
       (loan.id IS NULL AND NOT EXISTS (
    SELECT 1 AS one
    FROM reservation
    WHERE reservation.item_id = item.id
      AND reservation.status = 'held')) AS available,
       loan.due_on
FROM item
JOIN title ON title.id = item.title_id
JOIN branch ON branch.id = item.branch_id
LEFT JOIN loan ON loan.item_id = item.id AND loan.status = 'out'
WHERE title.search @@ websearch_to_tsquery('simple', :q)
  AND (title.title, item.id) > (:after_title, :after_id)
ORDER BY title.title, item.id
LIMIT :limit;
