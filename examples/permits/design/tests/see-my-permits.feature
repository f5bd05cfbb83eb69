Feature: See my permits
  As a resident
  I want to see my permits

  Scenario: it is done
    Given none of the refusals below applies
    When a resident sends GET /me/permits
    Then the answer is 200
    And it has the shape of evidence/recordings/see-my-permits.success.json

