Feature: Settle a withdrawal
  As a bank operator
  I want to settle a withdrawal

  Scenario: it is done
    Given none of the refusals below applies
    When a bank operator sends POST /withdrawals/{withdrawalId}/settle
    Then the answer is 204
    And it has the shape of evidence/recordings/settle-a-withdrawal.success.json

  Scenario: refused, withdrawal not found
    Given no such withdrawal, or not one this caller may see
    When a bank operator sends POST /withdrawals/{withdrawalId}/settle
    Then the answer is 404 with the problem type "/problems/withdrawal-not-found"
    And nothing has changed

  Scenario: refused, withdrawal is not sent
    # rule of the brief: Withdrawal.status: requested -> sent; sent -> settled; sent -> returned
    Given the withdrawal is not sent (any more)
    When a bank operator sends POST /withdrawals/{withdrawalId}/settle
    Then the answer is 409 with the problem type "/problems/withdrawal-not-sent"
    And nothing has changed

