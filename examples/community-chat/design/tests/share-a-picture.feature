Feature: Share a picture
  As a member
  I want to share a picture

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends POST /pictures
    Then the answer is 201
    And it has the shape of evidence/recordings/share-a-picture.success.json

  Scenario: refused, message not found
    Given no such message, or not one this caller may see
    When a member sends POST /pictures
    Then the answer is 404 with the problem type "/problems/message-not-found"
    And nothing has changed

