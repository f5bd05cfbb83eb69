-- Runs when a message has been delivered; its id went along, so that the receiver knows a repeat.
-- :outbox_message_id uuid ($row.id)
DELETE FROM outbox_message
WHERE outbox_message.id = :outbox_message_id;
