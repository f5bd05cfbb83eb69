Feature: Promise a target
  As a supervisor
  I want to promise a target

  Scenario: it is done
    Given none of the refusals below applies
    When a supervisor sends POST /targets
    Then the answer is 201
    And it has the shape of evidence/recordings/promise-a-target.success.json

  Scenario: refused, that priority and company is taken
    # rule of the brief: unique Target.priority per Company
    Given another target has the same priority and company
    When a supervisor sends POST /targets
    Then the answer is 409 with the problem type "/problems/target-priority-company-taken"
    And nothing has changed

