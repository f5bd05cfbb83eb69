Feature: Change a fraud rule
  As an analyst
  I want to change a fraud rule

  Scenario: it is done
    Given none of the refusals below applies
    When an analyst sends POST /fraud-rules/{fraudRuleId}/change
    Then the answer is 204
    And it has the shape of evidence/recordings/change-a-fraud-rule.success.json

  Scenario: refused, fraud rule not found
    Given no such fraud rule, or not one this caller may see
    When an analyst sends POST /fraud-rules/{fraudRuleId}/change
    Then the answer is 404 with the problem type "/problems/fraud-rule-not-found"
    And nothing has changed

