-- Set a target: changes Target.firstReply, solution.
-- :first_reply interval (target.first_reply)
-- :solution interval (target.solution)
-- :target_id uuid (target.id)
UPDATE target
SET first_reply = CAST(:first_reply AS interval),
    solution = CAST(:solution AS interval)
WHERE target.id = :target_id;
