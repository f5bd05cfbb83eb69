-- Place an order also writes an order event.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
INSERT INTO order_event (id, order_id, what, created_at)
VALUES (gen_random_uuid(), :id, 'placed', :now);
