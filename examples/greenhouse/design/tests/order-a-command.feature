Feature: Order a command
  As a grower
  I want to order a command

  Scenario: it is done
    Given none of the refusals below applies
    When a grower sends POST /me/commands
    Then the answer is 201
    And it has the shape of evidence/recordings/order-a-command.success.json

  Scenario: refused, greenhouse not found
    Given no such greenhouse, or not one this caller may see
    When a grower sends POST /me/commands
    Then the answer is 404 with the problem type "/problems/greenhouse-not-found"
    And nothing has changed

