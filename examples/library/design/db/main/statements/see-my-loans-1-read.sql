-- See my loans: the loans of one page, by keyset.
-- :actor_id uuid ($actor.id)
-- :status text (loan.status)
-- :after_due_on date ($page.lowest)
-- :after_id uuid ($page.lowest)
-- :limit bigint ($page.limit)
SELECT loan.id,
       loan.lent_on,
       loan.due_on,
       loan.returned_on,
       loan.status,
       item.barcode,
       title.title,
       title.author,
       title.subject
FROM loan
JOIN item ON item.id = loan.item_id
JOIN title ON title.id = item.title_id
WHERE loan.member_id = :actor_id
  AND loan.status = :status
  AND (loan.due_on, loan.id) > (:after_due_on, :after_id)
ORDER BY loan.due_on, loan.id
LIMIT :limit;
