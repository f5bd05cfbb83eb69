Feature: Compare with last year
  As a grower
  I want to compare with last year

  Scenario: it is done
    Given none of the refusals below applies
    When a grower sends GET /measurements
    Then the answer is 200
    And it has the shape of evidence/recordings/compare-with-last-year.success.json

