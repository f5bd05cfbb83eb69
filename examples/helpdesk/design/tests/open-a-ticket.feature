Feature: Open a ticket
  As an agent
  I want to open a ticket

  Scenario: it is done
    Given none of the refusals below applies
    When an agent sends GET /messages
    Then the answer is 200
    And it has the shape of evidence/recordings/open-a-ticket.success.json

