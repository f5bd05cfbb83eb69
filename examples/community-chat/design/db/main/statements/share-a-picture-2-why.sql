-- Runs only when nothing was written: which refusal it is, the first true one.
-- :message_id uuid (message.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM message
    WHERE message.id = :message_id)) AS message_not_found;
