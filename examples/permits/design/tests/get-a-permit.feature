Feature: Get a permit
  As a resident
  I want to get a permit

  Scenario: it is done
    Given none of the refusals below applies
    When a resident sends GET /me/permits
    Then the answer is 200
    And it has the shape of evidence/recordings/get-a-permit.success.json

