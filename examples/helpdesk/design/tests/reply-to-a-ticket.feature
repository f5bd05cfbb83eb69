Feature: Reply to a ticket
  As an agent
  I want to reply to a ticket

  Scenario: it is done
    Given none of the refusals below applies
    When an agent sends POST /messages
    Then the answer is 201
    And it has the shape of evidence/recordings/reply-to-a-ticket.success.json

  Scenario: refused, ticket not found
    Given no such ticket, or not one this caller may see
    When an agent sends POST /messages
    Then the answer is 404 with the problem type "/problems/ticket-not-found"
    And nothing has changed

  Scenario: refused, that mail id and company is taken
    # rule of the brief: unique Message.mailId per Company
    Given another message has the same mail id and company
    When an agent sends POST /messages
    Then the answer is 409 with the problem type "/problems/message-mail-id-company-taken"
    And nothing has changed

