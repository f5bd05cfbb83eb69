-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
-- :actor_id uuid ($actor.id)
SELECT reservation.id,
       reservation.item_id,
       reservation.member_id,
       reservation.status,
       reservation.created_at
FROM reservation
WHERE reservation.id = :id
  AND reservation.member_id = :actor_id;
