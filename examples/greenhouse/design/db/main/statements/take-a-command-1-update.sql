-- Take a command: moves Command.status ordered → sent.
-- :command_id uuid (command.id)
UPDATE command
SET status = 'sent'
WHERE command.id = :command_id
  AND command.status = 'ordered';
