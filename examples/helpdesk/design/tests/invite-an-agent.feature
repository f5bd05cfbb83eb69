Feature: Invite an agent
  As an administrator
  I want to invite an agent

  Scenario: it is done
    Given none of the refusals below applies
    When an administrator sends POST /agents
    Then the answer is 201
    And it has the shape of evidence/recordings/invite-an-agent.success.json

  Scenario: refused, that email and company is taken
    # rule of the brief: unique Agent.email per Company
    Given another agent has the same email and company
    When an administrator sends POST /agents
    Then the answer is 409 with the problem type "/problems/agent-email-company-taken"
    And nothing has changed

