Feature: Note an injury
  As a trainer
  I want to note an injury

  Scenario: it is done
    Given none of the refusals below applies
    When a trainer sends POST /injury-notes
    Then the answer is 201
    And it has the shape of evidence/recordings/note-an-injury.success.json

  Scenario: refused, member not found
    Given no such member, or not one this caller may see
    When a trainer sends POST /injury-notes
    Then the answer is 404 with the problem type "/problems/member-not-found"
    And nothing has changed

