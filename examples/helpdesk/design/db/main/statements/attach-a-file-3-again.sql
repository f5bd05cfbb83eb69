-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
SELECT attachment.id,
       attachment.message_id,
       attachment.name,
       attachment.file,
       attachment.bytes,
       attachment.created_at
FROM attachment
WHERE attachment.id = :id;
