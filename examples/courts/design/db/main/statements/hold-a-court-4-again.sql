-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
-- :actor_id uuid ($actor.id)
SELECT booking.id,
       booking.court_id,
       booking.member_id,
       booking.starts_at,
       booking.ends_at,
       booking.status,
       booking.price,
       booking.created_at
FROM booking
WHERE booking.id = :id
  AND booking.member_id = :actor_id;
