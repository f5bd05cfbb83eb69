Feature: Apply for a permit
  As a resident
  I want to apply for a permit

  Scenario: it is done
    Given none of the refusals below applies
    When a resident sends POST /me/applications
    Then the answer is 201
    And it has the shape of evidence/recordings/apply-for-a-permit.success.json

  Scenario: refused, permit not found
    Given no such permit, or not one this caller may see
    When a resident sends POST /me/applications
    Then the answer is 404 with the problem type "/problems/permit-not-found"
    And nothing has changed

