Feature: Send a message
  As a member
  I want to send a message

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends POST /me/messages
    Then the answer is 201
    And it has the shape of evidence/recordings/send-a-message.success.json

  Scenario: refused, channel not found
    Given no such channel, or not one this caller may see
    When a member sends POST /me/messages
    Then the answer is 404 with the problem type "/problems/channel-not-found"
    And nothing has changed

  Scenario: refused, no membership is active
    # rule of the brief: send a message only when Membership of same Community and Member is active
    Given no membership of the same community and member is active
    When a member sends POST /me/messages
    Then the answer is 409 with the problem type "/problems/no-membership-active"
    And nothing has changed

  Scenario: two at once, "send a message only when Membership of same Community and Member is active"
    Given send a message would be allowed
    When a member sends POST /me/messages while "ban a member" is carried out for the same community and member
    Then either it was first and is answered 201, or it is refused with the problem type "/problems/no-membership-active"
    # it forbids: “send a message” succeeds while none is active.
    # tried in evidence/attacks/send-a-message-only-when-membership-of-same-communi-c730caab.md

