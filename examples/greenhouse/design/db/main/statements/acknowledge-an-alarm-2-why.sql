-- Runs only when nothing was written: which refusal it is, the first true one.
-- :alarm_id uuid (alarm.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM alarm
    WHERE alarm.id = :alarm_id)) AS alarm_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM alarm
    WHERE alarm.id = :alarm_id
      AND alarm.status = 'open')) AS alarm_not_open;
