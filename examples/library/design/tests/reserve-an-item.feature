Feature: Reserve an item
  As a member
  I want to reserve an item

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends POST /me/reservations
    Then the answer is 201
    And it has the shape of evidence/recordings/reserve-an-item.success.json

  Scenario: refused, item not found
    Given no such item, or not one this caller may see
    When a member sends POST /me/reservations
    Then the answer is 404 with the problem type "/problems/item-not-found"
    And nothing has changed

  Scenario: refused, no loan is out
    # rule of the brief: reserve an item only when a Loan of same Item is out
    Given no loan of the same item is out
    When a member sends POST /me/reservations
    Then the answer is 409 with the problem type "/problems/no-loan-out"
    And nothing has changed

  Scenario: two at once, "reserve an item only when a Loan of same Item is out"
    Given reserve an item would be allowed
    When a member sends POST /me/reservations while "check in an item" is carried out for the same item
    Then either it was first and is answered 201, or it is refused with the problem type "/problems/no-loan-out"
    # it forbids: “reserve an item” succeeds while none is out.
    # tried in evidence/attacks/reserve-an-item-only-when-a-loan-of-same-item-is-out.md

