-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
SELECT picture.id,
       picture.message_id,
       picture.file,
       picture.created_at
FROM picture
WHERE picture.id = :id;
