-- Renew my permit: changes Permit.dueOn.
-- :permit_id uuid (permit.id)
-- :actor_id uuid ($actor.id)
-- :due_on date (permit.due_on)
UPDATE permit
SET due_on = permit.due_on + 28
WHERE permit.id = :permit_id
  AND permit.resident_id = :actor_id
  AND permit.due_on = :due_on;
