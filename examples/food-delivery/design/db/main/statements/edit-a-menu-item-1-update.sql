-- Edit a menu item: changes MenuItem.name, price, available.
-- :name text (menu_item.name)
-- :price bigint (menu_item.price)
-- :available boolean (menu_item.available)
-- :menu_item_id uuid (menu_item.id)
UPDATE menu_item
SET name = CAST(:name AS text),
    price = CAST(:price AS bigint),
    available = CAST(:available AS boolean)
WHERE menu_item.id = :menu_item_id;
