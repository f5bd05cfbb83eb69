Feature: Look up an order
  As a support
  I want to look up an order

  Scenario: it is done
    Given none of the refusals below applies
    When a support sends GET /orders
    Then the answer is 200
    And it has the shape of evidence/recordings/look-up-an-order.success.json

