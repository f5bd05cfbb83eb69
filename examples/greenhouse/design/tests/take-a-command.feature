Feature: Take a command
  As a gateway
  I want to take a command

  Scenario: it is done
    Given none of the refusals below applies
    When a gateway sends POST /commands/{commandId}/take
    Then the answer is 204
    And it has the shape of evidence/recordings/take-a-command.success.json

  Scenario: refused, command not found
    Given no such command, or not one this caller may see
    When a gateway sends POST /commands/{commandId}/take
    Then the answer is 404 with the problem type "/problems/command-not-found"
    And nothing has changed

  Scenario: refused, command is not ordered
    # rule of the brief: Command.status: ordered -> sent; sent -> done; ordered/sent -> expired
    Given the command is not ordered (any more)
    When a gateway sends POST /commands/{commandId}/take
    Then the answer is 409 with the problem type "/problems/command-not-ordered"
    And nothing has changed

