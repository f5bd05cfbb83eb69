Feature: Edit a menu item
  As a restaurant
  I want to edit a menu item

  Scenario: it is done
    Given none of the refusals below applies
    When a restaurant sends POST /menu-items/{menuItemId}/edit
    Then the answer is 204
    And it has the shape of evidence/recordings/edit-a-menu-item.success.json

  Scenario: refused, menu item not found
    Given no such menu item, or not one this caller may see
    When a restaurant sends POST /menu-items/{menuItemId}/edit
    Then the answer is 404 with the problem type "/problems/menu-item-not-found"
    And nothing has changed

