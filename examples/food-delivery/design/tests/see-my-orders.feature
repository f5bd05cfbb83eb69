Feature: See my orders
  As a consumer
  I want to see my orders

  Scenario: it is done
    Given none of the refusals below applies
    When a consumer sends GET /me/orders
    Then the answer is 200
    And it has the shape of evidence/recordings/see-my-orders.success.json

