Feature: See bookings by month
  As a manager
  I want to see bookings by month

  Scenario: it is done
    Given none of the refusals below applies
    When a manager sends GET /reports/bookings-per-court
    Then the answer is 200
    And it has the shape of evidence/recordings/see-bookings-by-month.success.json

