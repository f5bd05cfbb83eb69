Feature: Search messages
  As a member
  I want to search messages

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends GET /messages/search
    Then the answer is 200
    And it has the shape of evidence/recordings/search-messages.success.json

