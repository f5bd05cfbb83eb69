-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
SELECT refund.id,
       refund.order_id,
       refund.amount,
       refund.reason,
       refund.created_at
FROM refund
WHERE refund.id = :id;
