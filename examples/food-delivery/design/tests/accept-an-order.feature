Feature: Accept an order
  As a restaurant
  I want to accept an order

  Scenario: it is done
    Given none of the refusals below applies
    When a restaurant sends POST /me/orders/{orderId}/accept
    Then the answer is 204
    And it has the shape of evidence/recordings/accept-an-order.success.json

  Scenario: refused, order not found
    Given no such order, or not one this caller may see
    When a restaurant sends POST /me/orders/{orderId}/accept
    Then the answer is 404 with the problem type "/problems/order-not-found"
    And nothing has changed

  Scenario: refused, order is not paid
    # rule of the brief: Order.status: placed -> paid; paid -> accepted; accepted -> delivered; placed/paid -> cancelled
    Given the order is not paid (any more)
    When a restaurant sends POST /me/orders/{orderId}/accept
    Then the answer is 409 with the problem type "/problems/order-not-paid"
    And nothing has changed

  Scenario: refused, too late
    # rule of the brief: accept an order within 3 min else cancelled
    Given the order waited longer than 3 min
    When a restaurant sends POST /me/orders/{orderId}/accept
    Then the answer is 409 with the problem type "/problems/accept-an-order-too-late"
    And nothing has changed

  Scenario: refused, the order has a delivery that is offered or taken or pickedup or done already
    # rule of the brief: at most 1 Delivery per Order when status is not withdrawn
    Given another delivery of the same order is offered or taken or pickedUp or done
    When a restaurant sends POST /me/orders/{orderId}/accept
    Then the answer is 409 with the problem type "/problems/order-already-offered-or-taken-or-picked-up-or-done"
    And nothing has changed

  Scenario: two at once, "at most 1 Delivery per Order when status is not withdrawn"
    Given an order with no deliveries that are offered or taken or pickedUp or done
    When two requests POST /me/orders/{orderId}/accept for the same order are sent at the same moment
    Then one is answered 204 and the other 409 with the problem type "/problems/order-already-offered-or-taken-or-picked-up-or-done"
    # it forbids: One order with 2 deliveries that are offered or taken or pickedUp or done, added in the same second.
    # tried in evidence/attacks/at-most-1-delivery-per-order-when-status-is-not-withdrawn.md

