-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
SELECT injury_note.id,
       injury_note.member_id,
       injury_note.created_at
FROM injury_note
WHERE injury_note.id = :id;
