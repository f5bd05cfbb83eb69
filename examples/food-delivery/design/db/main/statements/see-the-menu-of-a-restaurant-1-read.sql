-- See the menu of a restaurant: the menu items of one page, by keyset.
-- :restaurant_id uuid (menu_item.restaurant_id)
-- :after_created_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT menu_item.id,
       menu_item.name,
       menu_item.price,
       menu_item.available
FROM menu_item
WHERE menu_item.restaurant_id = :restaurant_id
  AND (menu_item.created_at, menu_item.id) < (:after_created_at, :after_id)
ORDER BY menu_item.created_at DESC, menu_item.id DESC
LIMIT :limit;
