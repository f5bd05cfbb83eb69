Feature: Attach a file
  As an agent
  I want to attach a file

  Scenario: it is done
    Given none of the refusals below applies
    When an agent sends POST /attachments
    Then the answer is 201
    And it has the shape of evidence/recordings/attach-a-file.success.json

  Scenario: refused, message not found
    Given no such message, or not one this caller may see
    When an agent sends POST /attachments
    Then the answer is 404 with the problem type "/problems/message-not-found"
    And nothing has changed

