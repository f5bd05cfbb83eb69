-- Runs only when nothing was written: which refusal it is, the first true one.
-- :barcode text (item.barcode)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM item
    WHERE item.barcode = :barcode)) AS item_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM loan
    JOIN item ON item.id = loan.item_id
    WHERE item.barcode = :barcode
      AND loan.status = 'out')) AS loan_not_out;
