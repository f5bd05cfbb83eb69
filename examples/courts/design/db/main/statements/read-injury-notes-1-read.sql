-- Read injury notes: the injury notes of one page, by keyset. What is shown and the record of it are one statement.
-- :actor_id uuid ($actor.id)
-- :member_id uuid (injury_note.member_id)
-- :after_seen_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
-- :now timestamptz ($clock.now)
SELECT id, seen_at, text
FROM read_injury_notes(:actor_id, :member_id, :after_seen_at, :after_id, :limit, :now);
