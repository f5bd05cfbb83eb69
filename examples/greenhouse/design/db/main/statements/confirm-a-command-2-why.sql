-- Runs only when nothing was written: which refusal it is, the first true one.
-- :command_id uuid (command.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM command
    WHERE command.id = :command_id)) AS command_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM command
    WHERE command.id = :command_id
      AND command.status = 'sent')) AS command_not_sent;
