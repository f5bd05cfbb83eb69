-- Change a fraud rule: changes FraudRule.threshold, active.
-- :threshold bigint (fraud_rule.threshold)
-- :active boolean (fraud_rule.active)
-- :fraud_rule_id uuid (fraud_rule.id)
UPDATE fraud_rule
SET threshold = CAST(:threshold AS bigint),
    active = CAST(:active AS boolean)
WHERE fraud_rule.id = :fraud_rule_id;
