Feature: Refund an order
  As a support
  I want to refund an order

  Scenario: it is done
    Given none of the refusals below applies
    When a support sends POST /refunds
    Then the answer is 201
    And it has the shape of evidence/recordings/refund-an-order.success.json

  Scenario: refused, order not found
    Given no such order, or not one this caller may see
    When a support sends POST /refunds
    Then the answer is 404 with the problem type "/problems/order-not-found"
    And nothing has changed

  Scenario: refused, refunds exceed what is paid
    # rule of the brief: sum of Refund.amount per Order at most Order.paid
    Given the refunds of the order would add up to more than its paid
    When a support sends POST /refunds
    Then the answer is 409 with the problem type "/problems/refunds-exceed-paid"
    And nothing has changed

