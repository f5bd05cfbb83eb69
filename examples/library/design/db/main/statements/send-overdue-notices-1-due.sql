-- The loans for which “send overdue notices” has something to send and no record of having sent it.
-- :today date ($clock.today)
-- :after_due_on date ($page.lowest)
-- :after_id uuid ($page.lowest)
-- :limit bigint ($page.limit)
SELECT loan.id,
       loan.lent_on,
       loan.due_on,
       loan.returned_on,
       loan.status,
       member.card_number,
       member.name AS member_name,
       member.email,
       item.barcode,
       title.title,
       title.author,
       title.subject
FROM loan
JOIN member ON member.id = loan.member_id
JOIN item ON item.id = loan.item_id
JOIN title ON title.id = item.title_id
WHERE loan.status = 'out'
  AND loan.due_on < :today
  AND NOT EXISTS (
    SELECT 1 AS one
    FROM overdue_notice
    WHERE overdue_notice.loan_id = loan.id
      AND overdue_notice.sent_on = :today)
  AND (loan.due_on, loan.id) > (:after_due_on, :after_id)
ORDER BY loan.due_on, loan.id
LIMIT :limit;
