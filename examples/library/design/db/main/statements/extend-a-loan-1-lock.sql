-- Takes the item row, so that everything a rule relates to the same item happens one after the other.
-- :loan_id uuid (loan.id)
-- :actor_id uuid ($actor.id)
SELECT item.id
FROM loan
JOIN item ON item.id = loan.item_id
WHERE loan.id = :loan_id
  AND loan.member_id = :actor_id
FOR NO KEY UPDATE OF item;
