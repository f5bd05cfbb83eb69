Feature: Check in an item
  As a librarian
  I want to check in an item

  Scenario: it is done
    Given none of the refusals below applies
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

