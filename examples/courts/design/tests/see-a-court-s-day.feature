Feature: See a court's day
  As a visitor
  I want to see a court's day

  Scenario: it is done
    Given none of the refusals below applies
    When a visitor sends GET /bookings
    Then the answer is 200
    And it has the shape of evidence/recordings/see-a-court-s-day.success.json

