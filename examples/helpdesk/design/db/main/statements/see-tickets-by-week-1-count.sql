-- See tickets by week: reads the whole period on purpose; no index helps a count over everything.
SELECT "group".id AS group_id,
       "group".name AS group_name,
       count(ticket.id) AS tickets
FROM "group"
LEFT JOIN ticket ON "group".id = ticket.group_id
GROUP BY "group".id, "group".name
ORDER BY count(ticket.id) DESC, "group".id;
