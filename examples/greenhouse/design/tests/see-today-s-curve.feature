Feature: See today's curve
  As a grower
  I want to see today's curve

  Scenario: it is done
    Given none of the refusals below applies
    When a grower sends GET /measurements/see-today-s-curve
    Then the answer is 200
    And it has the shape of evidence/recordings/see-today-s-curve.success.json

