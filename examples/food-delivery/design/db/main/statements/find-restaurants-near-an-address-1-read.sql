-- Find restaurants near an address: what lies within so many metres, nearest first; a box first, then the distance.
-- :longitude numeric ($geo.longitude)
-- :latitude numeric ($geo.latitude)
-- :metres bigint ($geo.metres)
-- :limit bigint ($page.limit)
SELECT restaurant.id,
       restaurant.name,
       restaurant.location,
       restaurant.open
FROM restaurant
WHERE restaurant.location <@ box(
    point(CAST(:longitude AS double precision) - CAST(:metres AS double precision) / 111320 / cosd(CAST(:latitude AS double precision)), CAST(:latitude AS double precision) - CAST(:metres AS double precision) / 111320),
    point(CAST(:longitude AS double precision) + CAST(:metres AS double precision) / 111320 / cosd(CAST(:latitude AS double precision)), CAST(:latitude AS double precision) + CAST(:metres AS double precision) / 111320))
ORDER BY power((restaurant.location[0] - CAST(:longitude AS double precision)) * cosd(CAST(:latitude AS double precision)), 2) + power(restaurant.location[1] - CAST(:latitude AS double precision), 2), restaurant.id
LIMIT :limit;
