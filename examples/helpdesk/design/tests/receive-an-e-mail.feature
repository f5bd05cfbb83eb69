Feature: Receive an e-mail
  As a mail gateway
  I want to receive an e-mail

  Scenario: it is done
    Given none of the refusals below applies
    When a mail gateway sends POST /tickets
    Then the answer is 201
    And it has the shape of evidence/recordings/receive-an-e-mail.success.json

  Scenario: refused, customer not found
    Given no such customer, or not one this caller may see
    When a mail gateway sends POST /tickets
    Then the answer is 404 with the problem type "/problems/customer-not-found"
    And nothing has changed

  Scenario: refused, that mail id and company is taken
    # rule of the brief: unique Message.mailId per Company
    Given another message has the same mail id and company
    When a mail gateway sends POST /tickets
    Then the answer is 409 with the problem type "/problems/message-mail-id-company-taken"
    And nothing has changed

