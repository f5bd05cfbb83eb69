-- The reminders for which “send a reminder” has something to send and no record of having sent it.
-- :after_id uuid ($page.lowest)
-- :limit bigint ($page.limit)
SELECT reminder.id,
       permit.plate,
       permit.due_on,
       permit.status AS permit_status
FROM reminder
JOIN permit ON permit.id = reminder.permit_id
WHERE (reminder.id) > (:after_id)
ORDER BY reminder.id
LIMIT :limit;
