Feature: See my entries
  As a worker
  I want to see my entries

  Scenario: it is done
    Given none of the refusals below applies
    When a worker sends GET /me/entries
    Then the answer is 200
    And it has the shape of evidence/recordings/see-my-entries.success.json

