Feature: Confirm a payment
  As a payment provider
  I want to confirm a payment

  Scenario: it is done
    Given none of the refusals below applies
    When a payment provider sends POST /orders/{orderId}/confirm
    Then the answer is 204
    And it has the shape of evidence/recordings/confirm-a-payment.success.json

  Scenario: refused, order not found
    Given no such order, or not one this caller may see
    When a payment provider sends POST /orders/{orderId}/confirm
    Then the answer is 404 with the problem type "/problems/order-not-found"
    And nothing has changed

  Scenario: refused, order is not placed
    # rule of the brief: Order.status: placed -> paid; paid -> accepted; accepted -> delivered; placed/paid -> cancelled
    Given the order is not placed (any more)
    When a payment provider sends POST /orders/{orderId}/confirm
    Then the answer is 409 with the problem type "/problems/order-not-placed"
    And nothing has changed

  Scenario: refused, refunds exceed what is paid
    # rule of the brief: sum of Refund.amount per Order at most Order.paid
    Given the refunds of the order would add up to more than its paid
    When a payment provider sends POST /orders/{orderId}/confirm
    Then the answer is 409 with the problem type "/problems/refunds-exceed-paid"
    And nothing has changed

