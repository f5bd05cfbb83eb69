Feature: Edit my message
  As a member
  I want to edit my message

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends POST /messages/{messageId}/edit
    Then the answer is 204
    And it has the shape of evidence/recordings/edit-my-message.success.json

  Scenario: refused, message not found
    Given no such message, or not one this caller may see
    When a member sends POST /messages/{messageId}/edit
    Then the answer is 404 with the problem type "/problems/message-not-found"
    And nothing has changed

  Scenario: refused, message is not sent
    # rule of the brief: Message.status: sent -> removed
    Given the message is not sent (any more)
    When a member sends POST /messages/{messageId}/edit
    Then the answer is 409 with the problem type "/problems/message-not-sent"
    And nothing has changed

