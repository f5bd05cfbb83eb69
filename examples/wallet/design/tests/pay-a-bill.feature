Feature: Pay a bill
  As a worker
  I want to pay a bill

  Scenario: it is done
    Given none of the refusals below applies
    When a worker sends POST /movements
    Then the answer is 201
    And it has the shape of evidence/recordings/pay-a-bill.success.json

  Scenario: refused, wallet not found
    Given no such wallet, or not one this caller may see
    When a worker sends POST /movements
    Then the answer is 404 with the problem type "/problems/wallet-not-found"
    And nothing has changed

  Scenario: refused, amount is not positive
    Given the amount is zero or negative
    When a worker sends POST /movements
    Then the answer is 422 with the problem type "/problems/amount-not-positive"
    And nothing has changed

  Scenario: refused, both sides are the same wallet
    Given the wallet it comes from is the one it goes to
    When a worker sends POST /movements
    Then the answer is 422 with the problem type "/problems/same-wallet"
    And nothing has changed

  Scenario: refused, not enough funds
    # rule of the brief: Wallet.balance never below 0 when kind = worker
    Given the balance would fall below 0
    When a worker sends POST /movements
    Then the answer is 409 with the problem type "/problems/wallet-balance-too-low"
    And nothing has changed

