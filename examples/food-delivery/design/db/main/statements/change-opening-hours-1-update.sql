-- Change opening hours: changes OpeningHour.opens, closes.
-- :opens text (opening_hour.opens)
-- :closes text (opening_hour.closes)
-- :opening_hour_id uuid (opening_hour.id)
UPDATE opening_hour
SET opens = CAST(:opens AS text),
    closes = CAST(:closes AS text)
WHERE opening_hour.id = :opening_hour_id;
