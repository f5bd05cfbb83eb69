Feature: Fetch commands
  As a gateway
  I want to fetch commands

  Scenario: it is done
    Given none of the refusals below applies
    When a gateway sends GET /commands
    Then the answer is 200
    And it has the shape of evidence/recordings/fetch-commands.success.json

