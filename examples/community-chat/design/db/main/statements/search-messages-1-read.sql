-- Search messages: full-text match over text, one page by keyset.
-- :q text (message.text)
-- :after_text text ($page.lowest)
-- :after_id uuid ($page.lowest)
-- :limit bigint ($page.limit)
SELECT message.id,
       message.text,
       message.status
FROM message
WHERE message.search @@ websearch_to_tsquery('simple', :q)
  AND (message.text, message.id) > (:after_text, :after_id)
ORDER BY message.text, message.id
LIMIT :limit;
