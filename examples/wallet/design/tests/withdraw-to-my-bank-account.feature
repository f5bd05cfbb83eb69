Feature: Withdraw to my bank account
  As a worker
  I want to withdraw to my bank account

  Scenario: it is done
    Given none of the refusals below applies
    When a worker sends POST /movements/withdraw-to-my-bank-account
    Then the answer is 201
    And it has the shape of evidence/recordings/withdraw-to-my-bank-account.success.json

  Scenario: refused, worker not found
    Given no such worker, or not one this caller may see
    When a worker sends POST /movements/withdraw-to-my-bank-account
    Then the answer is 404 with the problem type "/problems/worker-not-found"
    And nothing has changed

  Scenario: refused, wallet not found
    Given no such wallet, or not one this caller may see
    When a worker sends POST /movements/withdraw-to-my-bank-account
    Then the answer is 404 with the problem type "/problems/wallet-not-found"
    And nothing has changed

  Scenario: refused, amount is not positive
    Given the amount is zero or negative
    When a worker sends POST /movements/withdraw-to-my-bank-account
    Then the answer is 422 with the problem type "/problems/amount-not-positive"
    And nothing has changed

  Scenario: refused, both sides are the same wallet
    Given the wallet it comes from is the one it goes to
    When a worker sends POST /movements/withdraw-to-my-bank-account
    Then the answer is 422 with the problem type "/problems/same-wallet"
    And nothing has changed

  Scenario: refused, the worker is not adult
    # rule of the brief: withdraw to my bank account only when Worker is adult
    Given the worker is not adult
    When a worker sends POST /movements/withdraw-to-my-bank-account
    Then the answer is 409 with the problem type "/problems/no-worker-adult"
    And nothing has changed

  Scenario: refused, not enough funds
    # rule of the brief: Wallet.balance never below 0 when kind = worker
    Given the balance would fall below 0
    When a worker sends POST /movements/withdraw-to-my-bank-account
    Then the answer is 409 with the problem type "/problems/wallet-balance-too-low"
    And nothing has changed

  Scenario: two at once, "withdraw to my bank account only when Worker is adult"
    Given withdraw to my bank account would be allowed
    When a worker sends POST /movements/withdraw-to-my-bank-account while a change is carried out for the same worker
    Then either it was first and is answered 201, or it is refused with the problem type "/problems/no-worker-adult"
    # it forbids: “withdraw to my bank account” succeeds while the worker is not adult.
    # tried in evidence/attacks/withdraw-to-my-bank-account-only-when-worker-is-adult.md

