Feature: Get what was missed
  As a member
  I want to get what was missed

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends GET /messages
    Then the answer is 200
    And it has the shape of evidence/recordings/get-what-was-missed.success.json

