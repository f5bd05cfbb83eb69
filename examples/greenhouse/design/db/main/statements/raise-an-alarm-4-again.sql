-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
SELECT alarm.id,
       alarm.greenhouse_id,
       alarm.grower_id,
       alarm.temperature,
       alarm.status,
       alarm.created_at
FROM alarm
WHERE alarm.id = :id;
