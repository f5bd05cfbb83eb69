-- Reserve an item: writes the reservation only while the guards hold.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
-- :item_id uuid (item.id)
-- :actor_id uuid ($actor.id)
INSERT INTO reservation (id, item_id, member_id, status, created_at)
SELECT CAST(:id AS uuid), item.id, member.id, 'waiting', CAST(:now AS timestamptz)
FROM item
CROSS JOIN member
WHERE item.id = :item_id
  AND member.id = :actor_id
  AND EXISTS (
    SELECT 1 AS one
    FROM loan
    WHERE loan.item_id = item.id
      AND loan.status = 'out'
    FOR SHARE OF loan)
RETURNING id, item_id, member_id, status, created_at;
