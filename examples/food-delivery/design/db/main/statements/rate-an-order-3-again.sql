-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
-- :actor_id uuid ($actor.id)
SELECT rating.id,
       rating.order_id,
       rating.consumer_id,
       rating.restaurant_stars,
       rating.courier_stars,
       rating.comment,
       rating.created_at
FROM rating
WHERE rating.id = :id
  AND rating.consumer_id = :actor_id;
