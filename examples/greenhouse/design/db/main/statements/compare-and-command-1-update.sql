-- Compare and command: changes Command.what, value.
-- :what text (command.what)
-- :value numeric (command.value)
-- :command_id uuid (command.id)
UPDATE command
SET what = CAST(:what AS text),
    value = CAST(:value AS numeric)
WHERE command.id = :command_id
  AND command.status IN ('ordered', 'sent');
