Feature: Set a target
  As a supervisor
  I want to set a target

  Scenario: it is done
    Given none of the refusals below applies
    When a supervisor sends POST /targets/{targetId}/set
    Then the answer is 204
    And it has the shape of evidence/recordings/set-a-target.success.json

  Scenario: refused, target not found
    Given no such target, or not one this caller may see
    When a supervisor sends POST /targets/{targetId}/set
    Then the answer is 404 with the problem type "/problems/target-not-found"
    And nothing has changed

