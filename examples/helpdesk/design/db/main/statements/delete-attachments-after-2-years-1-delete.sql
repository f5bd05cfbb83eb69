-- A batch of attachments that were written more than 2 years ago and that nothing refers to; run again until it finds none.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
DELETE FROM attachment
WHERE attachment.id IN (
    SELECT attachment.id
    FROM attachment
    WHERE attachment.created_at < :now - interval '63113904 seconds'
    ORDER BY attachment.created_at
    LIMIT :limit
    FOR NO KEY UPDATE OF attachment SKIP LOCKED);
