Feature: Read injury notes
  As a trainer
  I want to read injury notes

  Scenario: it is done
    Given none of the refusals below applies
    When a trainer sends GET /injury-notes
    Then the answer is 200
    And it has the shape of evidence/recordings/read-injury-notes.success.json

