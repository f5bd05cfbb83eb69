Feature: See open orders
  As a restaurant
  I want to see open orders

  Scenario: it is done
    Given none of the refusals below applies
    When a restaurant sends GET /me/orders/see-open-orders
    Then the answer is 200
    And it has the shape of evidence/recordings/see-open-orders.success.json

