Feature: React to a message
  As a member
  I want to react to a message

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends POST /me/reactions
    Then the answer is 201
    And it has the shape of evidence/recordings/react-to-a-message.success.json

  Scenario: refused, message not found
    Given no such message, or not one this caller may see
    When a member sends POST /me/reactions
    Then the answer is 404 with the problem type "/problems/message-not-found"
    And nothing has changed

  Scenario: refused, the message and member has a reaction already
    # rule of the brief: at most 1 Reaction per Message per Member
    Given another reaction of the same message and member exists
    When a member sends POST /me/reactions
    Then the answer is 409 with the problem type "/problems/reaction-exists-already"
    And nothing has changed

  Scenario: two at once, "at most 1 Reaction per Message per Member"
    Given a message and member with no reactions
    When two requests POST /me/reactions for the same message and member are sent at the same moment
    Then one is answered 201 and the other 409 with the problem type "/problems/reaction-exists-already"
    # it forbids: The same message and member with 2 reactions, added in the same second.
    # tried in evidence/attacks/at-most-1-reaction-per-message-per-member.md

