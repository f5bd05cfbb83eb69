Feature: See my loans
  As a member
  I want to see my loans

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends GET /me/loans
    Then the answer is 200
    And it has the shape of evidence/recordings/see-my-loans.success.json

