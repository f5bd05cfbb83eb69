Feature: See the menu of a restaurant
  As a consumer
  I want to see the menu of a restaurant

  Scenario: it is done
    Given none of the refusals below applies
    When a consumer sends GET /menu-items
    Then the answer is 200
    And it has the shape of evidence/recordings/see-the-menu-of-a-restaurant.success.json

