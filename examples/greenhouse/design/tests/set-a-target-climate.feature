Feature: Set a target climate
  As a grower
  I want to set a target climate

  Scenario: it is done
    Given none of the refusals below applies
    When a grower sends POST /targets/{targetId}/set
    Then the answer is 204
    And it has the shape of evidence/recordings/set-a-target-climate.success.json

  Scenario: refused, target not found
    Given no such target, or not one this caller may see
    When a grower sends POST /targets/{targetId}/set
    Then the answer is 404 with the problem type "/problems/target-not-found"
    And nothing has changed

  Scenario: refused, that hour and greenhouse is taken
    # rule of the brief: unique Target.hour per Greenhouse
    Given another target has the same hour and greenhouse
    When a grower sends POST /targets/{targetId}/set
    Then the answer is 409 with the problem type "/problems/target-hour-greenhouse-taken"
    And nothing has changed

