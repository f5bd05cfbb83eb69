Feature: Rate an order
  As a consumer
  I want to rate an order

  Scenario: it is done
    Given none of the refusals below applies
    When a consumer sends POST /me/ratings
    Then the answer is 201
    And it has the shape of evidence/recordings/rate-an-order.success.json

  Scenario: refused, order not found
    Given no such order, or not one this caller may see
    When a consumer sends POST /me/ratings
    Then the answer is 404 with the problem type "/problems/order-not-found"
    And nothing has changed

  Scenario: refused, the order has a rating already
    # rule of the brief: at most 1 Rating per Order
    Given another rating of the same order exists
    When a consumer sends POST /me/ratings
    Then the answer is 409 with the problem type "/problems/rating-exists-already"
    And nothing has changed

  Scenario: two at once, "at most 1 Rating per Order"
    Given an order with no ratings
    When two requests POST /me/ratings for the same order are sent at the same moment
    Then one is answered 201 and the other 409 with the problem type "/problems/rating-exists-already"
    # it forbids: One order with 2 ratings, added in the same second.
    # tried in evidence/attacks/at-most-1-rating-per-order.md

