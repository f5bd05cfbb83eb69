-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
SELECT message.id,
       message.ticket_id,
       message.mail_id,
       message.body,
       message.direction,
       message.created_at
FROM message
WHERE message.id = :id;
