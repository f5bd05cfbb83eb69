Feature: See tickets by week
  As a supervisor
  I want to see tickets by week

  Scenario: it is done
    Given none of the refusals below applies
    When a supervisor sends GET /reports/tickets-per-group
    Then the answer is 200
    And it has the shape of evidence/recordings/see-tickets-by-week.success.json

