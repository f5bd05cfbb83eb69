-- Check out an item: writes the loan only while the guards hold.
-- :id uuid ($new.id)
-- :today date ($clock.today)
-- :now timestamptz ($clock.now)
-- :barcode text (item.barcode)
-- :card_number text (member.card_number)
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, status, created_at)
SELECT CAST(:id AS uuid), item.id, member.id, CAST(:today AS date), CAST(:today AS date) + 28, 'out', CAST(:now AS timestamptz)
FROM item
CROSS JOIN member
WHERE item.barcode = :barcode
  AND member.card_number = :card_number
  AND NOT EXISTS (
    SELECT 1 AS one
    FROM reservation
    WHERE reservation.item_id = item.id
      AND reservation.member_id <> member.id
      AND reservation.status = 'held')
RETURNING id, item_id, member_id, lent_on, due_on, status, created_at;
