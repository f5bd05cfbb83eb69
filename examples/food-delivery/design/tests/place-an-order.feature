Feature: Place an order
  As a consumer
  I want to place an order

  Scenario: it is done
    Given none of the refusals below applies
    When a consumer sends POST /me/orders
    Then the answer is 201
    And it has the shape of evidence/recordings/place-an-order.success.json

  Scenario: refused, restaurant not found
    Given no such restaurant, or not one this caller may see
    When a consumer sends POST /me/orders
    Then the answer is 404 with the problem type "/problems/restaurant-not-found"
    And nothing has changed

  Scenario: refused, the restaurant is not open
    # rule of the brief: place an order only when Restaurant is open
    Given the restaurant is not open
    When a consumer sends POST /me/orders
    Then the answer is 409 with the problem type "/problems/no-restaurant-open"
    And nothing has changed

  Scenario: refused, menu item not found
    Given no such menu item, or not one this caller may see
    When a consumer sends POST /me/orders
    Then the answer is 404 with the problem type "/problems/menu-item-not-found"
    And nothing has changed

  Scenario: two at once, "place an order only when Restaurant is open"
    Given place an order would be allowed
    When a consumer sends POST /me/orders while a change is carried out for the same restaurant
    Then either it was first and is answered 201, or it is refused with the problem type "/problems/no-restaurant-open"
    # it forbids: “place an order” succeeds while the restaurant is not open.
    # tried in evidence/attacks/place-an-order-only-when-restaurant-is-open.md

