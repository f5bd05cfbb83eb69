Feature: See my balance
  As a worker
  I want to see my balance

  Scenario: it is done
    Given none of the refusals below applies
    When a worker sends GET /me/wallets
    Then the answer is 200
    And it has the shape of evidence/recordings/see-my-balance.success.json

