-- A batch of tickets that were written more than 7 years ago and that nothing refers to; run again until it finds none.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
DELETE FROM ticket
WHERE ticket.id IN (
    SELECT ticket.id
    FROM ticket
    WHERE ticket.status = 'solved'
      AND ticket.created_at < :now - interval '220898664 seconds'
    ORDER BY ticket.created_at
    LIMIT :limit
    FOR NO KEY UPDATE OF ticket SKIP LOCKED);
