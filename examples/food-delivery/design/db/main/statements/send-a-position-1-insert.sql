-- Send a position: writes the position.
-- :id uuid ($new.id)
-- :delivery_id uuid (maybe:delivery.id)
-- :at point (position.at)
-- :now timestamptz ($clock.now)
-- :actor_id uuid ($actor.id)
INSERT INTO position (id, courier_id, delivery_id, at, created_at)
SELECT CAST(:id AS uuid), courier.id, CAST(:delivery_id AS uuid), CAST(:at AS point), CAST(:now AS timestamptz)
FROM courier
WHERE courier.id = :actor_id
RETURNING id, courier_id, delivery_id, at, created_at;
