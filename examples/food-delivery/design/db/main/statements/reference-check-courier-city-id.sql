-- What PostgreSQL asks when a city is deleted: does a courier still refer to it?
-- :city_id uuid (city.id)
SELECT 1 AS one
FROM courier
WHERE courier.city_id = :city_id;
