-- Accept an order also writes an order event.
-- :order_id uuid (order.id)
-- :now timestamptz ($clock.now)
INSERT INTO order_event (id, order_id, what, created_at)
VALUES (gen_random_uuid(), :order_id, 'accepted', :now);
