-- See how many permits each zone issued last year: reads the whole period on purpose; no index helps a count over everything.
-- :from_created_at timestamptz (permit.created_at)
-- :until_created_at timestamptz (permit.created_at)
SELECT count(permit.id) AS permits
FROM permit
WHERE permit.created_at >= :from_created_at
  AND permit.created_at < :until_created_at
ORDER BY count(permit.id) DESC;
