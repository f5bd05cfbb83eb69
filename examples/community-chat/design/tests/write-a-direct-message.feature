Feature: Write a direct message
  As a member
  I want to write a direct message

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends POST /me/direct-messages
    Then the answer is 201
    And it has the shape of evidence/recordings/write-a-direct-message.success.json

