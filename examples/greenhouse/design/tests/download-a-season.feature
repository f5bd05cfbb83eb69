Feature: Download a season
  As an agronomist
  I want to download a season

  Scenario: it is done
    Given none of the refusals below applies
    When an agronomist sends POST /measurements/{sensorId}/download
    Then the answer is 204
    And it has the shape of evidence/recordings/download-a-season.success.json

