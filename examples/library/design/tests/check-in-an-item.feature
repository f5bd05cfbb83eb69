Feature: Check in an item
  As a librarian
  I want to check in an item

  Scenario: it is done
    Given everything the request names is there and no rule stands against it
    When a librarian sends POST /items/{barcode}/check-in
    Then the answer is 204
    And it has the shape of evidence/recordings/check-in-an-item.success.json

  Scenario: refused, item not found
    Given no such item, or not one this caller may see
    When a librarian sends POST /items/{barcode}/check-in
    Then the answer is 404 with the problem type "/problems/item-not-found"
    And nothing has changed

  Scenario: refused, loan is not out
    # rule of the brief: Loan.status: out -> returned
    Given the loan is not out (any more)
    When a librarian sends POST /items/{barcode}/check-in
    Then the answer is 409 with the problem type "/problems/loan-not-out"
    And nothing has changed

  Scenario: two at once, "at most 1 Loan per Item when status = out"
    Given the rule is one step away from being broken
    When a librarian and somebody else send POST /items/{barcode}/check-in, or what stands against it, at the same time
    Then the rule holds afterwards
    # it forbids: One item with 2 loans that are out, added in the same second.
    # tried in evidence/attacks/at-most-1-loan-per-item-when-status-out.md

  Scenario: two at once, "at most 10 Loan per Member when status = out"
    Given the rule is one step away from being broken
    When a librarian and somebody else send POST /items/{barcode}/check-in, or what stands against it, at the same time
    Then the rule holds afterwards
    # it forbids: One member with 11 loans that are out, the last two added at once.
    # tried in evidence/attacks/at-most-10-loan-per-member-when-status-out.md

