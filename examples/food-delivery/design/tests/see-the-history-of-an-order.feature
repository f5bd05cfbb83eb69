Feature: See the history of an order
  As a support
  I want to see the history of an order

  Scenario: it is done
    Given none of the refusals below applies
    When a support sends GET /order-events
    Then the answer is 200
    And it has the shape of evidence/recordings/see-the-history-of-an-order.success.json

