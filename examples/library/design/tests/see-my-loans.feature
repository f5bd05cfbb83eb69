Feature: See my loans
  As a member
  I want to see my loans

  Scenario: it is done
    Given everything the request names is there and no rule stands against it
    When a member sends GET /me/loans
    Then the answer is 200
    And it has the shape of evidence/recordings/see-my-loans.success.json

