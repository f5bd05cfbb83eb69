Feature: Confirm a command
  As a gateway
  I want to confirm a command

  Scenario: it is done
    Given none of the refusals below applies
    When a gateway sends POST /commands/{commandId}/confirm
    Then the answer is 204
    And it has the shape of evidence/recordings/confirm-a-command.success.json

  Scenario: refused, command not found
    Given no such command, or not one this caller may see
    When a gateway sends POST /commands/{commandId}/confirm
    Then the answer is 404 with the problem type "/problems/command-not-found"
    And nothing has changed

  Scenario: refused, command is not sent
    # rule of the brief: Command.status: ordered -> sent; sent -> done; ordered/sent -> expired
    Given the command is not sent (any more)
    When a gateway sends POST /commands/{commandId}/confirm
    Then the answer is 409 with the problem type "/problems/command-not-sent"
    And nothing has changed

