-- Runs only when nothing was written: which refusal it is, the first true one.
-- :fraud_rule_id uuid (fraud_rule.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM fraud_rule
    WHERE fraud_rule.id = :fraud_rule_id)) AS fraud_rule_not_found;
