Feature: See how many permits each zone issued last year
  As a head of office
  I want to see how many permits each zone issued last year

  Scenario: it is done
    Given none of the refusals below applies
    When a head of office sends GET /reports/permits
    Then the answer is 200
    And it has the shape of evidence/recordings/see-how-many-permits-each-zone-issued-last-year.success.json

