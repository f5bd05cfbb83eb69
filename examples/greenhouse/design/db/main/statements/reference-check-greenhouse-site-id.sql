-- What PostgreSQL asks when a site is deleted: does a greenhouse still refer to it?
-- :site_id uuid (site.id)
SELECT 1 AS one
FROM greenhouse
WHERE greenhouse.site_id = :site_id;
