-- Accept an order also writes a delivery.
-- :order_id uuid (order.id)
-- :pick_up_at point (delivery.pick_up_at)
-- :now timestamptz ($clock.now)
INSERT INTO delivery (id, order_id, status, pick_up_at, created_at)
VALUES (gen_random_uuid(), :order_id, 'offered', :pick_up_at, :now);
