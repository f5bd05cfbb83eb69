-- Confirm a command: moves Command.status sent → done.
-- :command_id uuid (command.id)
UPDATE command
SET status = 'done'
WHERE command.id = :command_id
  AND command.status = 'sent';
