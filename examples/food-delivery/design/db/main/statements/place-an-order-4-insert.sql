-- Place an order: writes its order lines in one statement; what they cost or are called is copied from menu_item, not taken from the request.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
-- :order_lines jsonb ($rows.order_line)
INSERT INTO order_line (id, order_id, menu_item_id, name, price, quantity, created_at)
SELECT gen_random_uuid(), CAST(:id AS uuid), line.menu_item_id, menu_item.name, menu_item.price, line.quantity, CAST(:now AS timestamptz)
FROM jsonb_to_recordset(CAST(:order_lines AS jsonb)) AS line (menu_item_id uuid, quantity bigint)
LEFT JOIN menu_item ON menu_item.id = line.menu_item_id;
