Feature: List the entries of a wallet
  As an auditor
  I want to list the entries of a wallet

  Scenario: it is done
    Given none of the refusals below applies
    When an auditor sends GET /entries
    Then the answer is 200
    And it has the shape of evidence/recordings/list-the-entries-of-a-wallet.success.json

