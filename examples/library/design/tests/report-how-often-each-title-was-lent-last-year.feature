Feature: Report how often each title was lent last year
  As a head of library
  I want to report how often each title was lent last year

  Scenario: it is done
    Given none of the refusals below applies
    When a head of library sends GET /reports/loans-per-title
    Then the answer is 200
    And it has the shape of evidence/recordings/report-how-often-each-title-was-lent-last-year.success.json

