Feature: Assign a ticket
  As a supervisor
  I want to assign a ticket

  Scenario: it is done
    Given none of the refusals below applies
    When a supervisor sends POST /tickets/{ticketId}/assign
    Then the answer is 204
    And it has the shape of evidence/recordings/assign-a-ticket.success.json

  Scenario: refused, ticket not found
    Given no such ticket, or not one this caller may see
    When a supervisor sends POST /tickets/{ticketId}/assign
    Then the answer is 404 with the problem type "/problems/ticket-not-found"
    And nothing has changed

  Scenario: refused, agent not found
    Given no such agent, or not one this caller may see
    When a supervisor sends POST /tickets/{ticketId}/assign
    Then the answer is 404 with the problem type "/problems/agent-not-found"
    And nothing has changed

  Scenario: refused, ticket is not open or pending
    # rule of the brief: Ticket.status: open -> pending -> open; open/pending -> solved
    Given the ticket is not open or pending (any more)
    When a supervisor sends POST /tickets/{ticketId}/assign
    Then the answer is 409 with the problem type "/problems/ticket-not-open-or-pending"
    And nothing has changed

