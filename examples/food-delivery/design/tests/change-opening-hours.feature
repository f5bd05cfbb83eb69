Feature: Change opening hours
  As a restaurant
  I want to change opening hours

  Scenario: it is done
    Given none of the refusals below applies
    When a restaurant sends POST /opening-hours/{openingHourId}/change
    Then the answer is 204
    And it has the shape of evidence/recordings/change-opening-hours.success.json

  Scenario: refused, opening hour not found
    Given no such opening hour, or not one this caller may see
    When a restaurant sends POST /opening-hours/{openingHourId}/change
    Then the answer is 404 with the problem type "/problems/opening-hour-not-found"
    And nothing has changed

