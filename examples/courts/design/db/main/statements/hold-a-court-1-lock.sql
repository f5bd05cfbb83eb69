-- Holds the court row as it is until the end; others may hold it too, and only who changes it waits.
-- :court_id uuid (court.id)
SELECT court.id
FROM court
WHERE court.id = :court_id
FOR SHARE OF court;
