Feature: Pay a bill
  As a worker
  I want to pay a bill

  Scenario: it is done
    Given none of the refusals below applies
    When a worker sends POST /wallets/{fromWalletId}/pay
    Then the answer is 204
    And it has the shape of evidence/recordings/pay-a-bill.success.json

  Scenario: refused, wallet not found
    Given no such wallet, or not one this caller may see
    When a worker sends POST /wallets/{fromWalletId}/pay
    Then the answer is 404 with the problem type "/problems/wallet-not-found"
    And nothing has changed

  Scenario: refused, movement not found
    Given no such movement, or not one this caller may see
    When a worker sends POST /wallets/{fromWalletId}/pay
    Then the answer is 404 with the problem type "/problems/movement-not-found"
    And nothing has changed

  Scenario: refused, movement is not top up
    Given the movement is not top up (any more)
    When a worker sends POST /wallets/{fromWalletId}/pay
    Then the answer is 409 with the problem type "/problems/movement-not-top-up"
    And nothing has changed

  Scenario: refused, not enough funds
    # rule of the brief: Wallet.balance never below 0 when kind = worker
    Given the balance would fall below 0
    When a worker sends POST /wallets/{fromWalletId}/pay
    Then the answer is 409 with the problem type "/problems/wallet-balance-too-low"
    And nothing has changed

