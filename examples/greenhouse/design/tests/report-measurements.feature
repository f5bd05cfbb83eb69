Feature: Report measurements
  As a gateway
  I want to report measurements

  Scenario: it is done
    Given none of the refusals below applies
    When a gateway sends POST /measurements
    Then the answer is 201
    And it has the shape of evidence/recordings/report-measurements.success.json

  Scenario: refused, sensor not found
    Given no such sensor, or not one this caller may see
    When a gateway sends POST /measurements
    Then the answer is 404 with the problem type "/problems/sensor-not-found"
    And nothing has changed

