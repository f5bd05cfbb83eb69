Feature: Check out an item
  As a librarian
  I want to check out an item

  Scenario: it is done
    Given none of the refusals below applies
    When a librarian sends POST /loans
    Then the answer is 201
    And it has the shape of evidence/recordings/check-out-an-item.success.json

  Scenario: refused, item not found
    Given no such item, or not one this caller may see
    When a librarian sends POST /loans
    Then the answer is 404 with the problem type "/problems/item-not-found"
    And nothing has changed

  Scenario: refused, member not found
    Given no such member, or not one this caller may see
    When a librarian sends POST /loans
    Then the answer is 404 with the problem type "/problems/member-not-found"
    And nothing has changed

  Scenario: refused, a reservation is held
    # rule of the brief: check out an item only when no Reservation of same Item by another Member is held
    Given a reservation of the same item by another member is held
    When a librarian sends POST /loans
    Then the answer is 409 with the problem type "/problems/reservation-held-by-another-member"
    And nothing has changed

  Scenario: refused, the item has a loan that is out already
    # rule of the brief: at most 1 Loan per Item when status = out
    Given another loan of the same item is out
    When a librarian sends POST /loans
    Then the answer is 409 with the problem type "/problems/item-already-out"
    And nothing has changed

  Scenario: refused, the member has 10 loans already
    # rule of the brief: at most 10 Loan per Member when status = out
    Given the member has 10 loans that are out
    When a librarian sends POST /loans
    Then the answer is 409 with the problem type "/problems/member-has-10-loans"
    And nothing has changed

  Scenario: two at once, "at most 1 Loan per Item when status = out"
    Given an item with no loans that are out
    When two requests POST /loans for the same item are sent at the same moment
    Then one is answered 201 and the other 409 with the problem type "/problems/item-already-out"
    # it forbids: One item with 2 loans that are out, added in the same second.
    # tried in evidence/attacks/at-most-1-loan-per-item-when-status-out.md

  Scenario: two at once, "at most 10 Loan per Member when status = out"
    Given a member with 9 loans that are out
    When two requests POST /loans for the same member are sent at the same moment
    Then one is answered 201 and the other 409 with the problem type "/problems/member-has-10-loans"
    # it forbids: One member with 11 loans that are out, the last two added at once.
    # tried in evidence/attacks/at-most-10-loan-per-member-when-status-out.md

  Scenario: two at once, "check out an item only when no Reservation of same Item by another Member is held"
    Given check out an item would be allowed
    When a librarian sends POST /loans while "check in an item" or "reserve an item" is carried out for the same item
    Then either it was first and is answered 201, or it is refused with the problem type "/problems/reservation-held-by-another-member"
    # it forbids: “check out an item” succeeds while one is held.
    # tried in evidence/attacks/check-out-an-item-only-when-no-reservation-of-same-2f08920d.md

