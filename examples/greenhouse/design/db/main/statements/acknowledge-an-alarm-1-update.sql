-- Acknowledge an alarm: moves Alarm.status open → acknowledged.
-- :alarm_id uuid (alarm.id)
UPDATE alarm
SET status = 'acknowledged'
WHERE alarm.id = :alarm_id
  AND alarm.status = 'open';
