Feature: See my bookings
  As a member
  I want to see my bookings

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends GET /me/bookings
    Then the answer is 200
    And it has the shape of evidence/recordings/see-my-bookings.success.json

