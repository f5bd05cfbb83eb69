-- Search tickets: full-text match over subject, one page by keyset. In a function of the owner that names the company itself: such a comparison is not leak-proof, and under row-level security it would come last, row by row.
-- :q text (ticket.subject)
-- :after_subject text ($page.lowest)
-- :after_id uuid ($page.lowest)
-- :limit bigint ($page.limit)
SELECT id, subject, status, priority, due_at, solved_at, stars
FROM search_tickets(:q, :after_subject, :after_id, :limit);
