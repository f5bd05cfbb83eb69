-- Share a picture: writes the picture.
-- :id uuid ($new.id)
-- :file text (picture.file)
-- :now timestamptz ($clock.now)
-- :message_id uuid (message.id)
INSERT INTO picture (id, message_id, file, created_at)
SELECT CAST(:id AS uuid), message.id, CAST(:file AS text), CAST(:now AS timestamptz)
FROM message
WHERE message.id = :message_id
RETURNING id, message_id, file, created_at;
