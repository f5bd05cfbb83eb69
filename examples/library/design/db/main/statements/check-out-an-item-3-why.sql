-- Runs only when nothing was written: which refusal it is, the first true one.
-- :barcode text (item.barcode)
-- :card_number text (member.card_number)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM item
    WHERE item.barcode = :barcode)) AS item_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM member
    WHERE member.card_number = :card_number)) AS member_not_found,
       (EXISTS (
    SELECT 1 AS one
    FROM item
    CROSS JOIN member
    WHERE item.barcode = :barcode
      AND member.card_number = :card_number
      AND EXISTS (
        SELECT 1 AS one
        FROM reservation
        WHERE reservation.item_id = item.id
          AND reservation.member_id <> member.id
          AND reservation.status = 'held'))) AS reservation_held_by_another_member;
