Feature: Look up a permit
  As a warden
  I want to look up a permit

  Scenario: it is done
    Given none of the refusals below applies
    When a warden sends GET /permits
    Then the answer is 200
    And it has the shape of evidence/recordings/look-up-a-permit.success.json

