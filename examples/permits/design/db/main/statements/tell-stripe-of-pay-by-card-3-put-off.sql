-- Runs when the receiver refused a message or was not there: the others are not held up, and after 12 times it stays for a person.
-- :now timestamptz ($clock.now)
-- :outbox_message_id uuid ($row.id)
UPDATE outbox_message
SET attempts = outbox_message.attempts + 1,
    not_before = CAST(:now AS timestamptz) + least(interval '1 hour', interval '30 seconds' * power(2, least(outbox_message.attempts, 7)))
WHERE outbox_message.id = :outbox_message_id;
