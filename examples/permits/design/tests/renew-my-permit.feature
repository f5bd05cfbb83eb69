Feature: Renew my permit
  As a resident
  I want to renew my permit

  Scenario: it is done
    Given none of the refusals below applies
    When a resident sends POST /me/permits/{permitId}/renew
    Then the answer is 204
    And it has the shape of evidence/recordings/renew-my-permit.success.json

  Scenario: refused, permit not found
    Given no such permit, or not one this caller may see
    When a resident sends POST /me/permits/{permitId}/renew
    Then the answer is 404 with the problem type "/problems/permit-not-found"
    And nothing has changed

  Scenario: refused, permit has changed
    Given the permit is not as the caller last saw it; this request may have been carried out already
    When a resident sends POST /me/permits/{permitId}/renew
    Then the answer is 409 with the problem type "/problems/permit-changed"
    And nothing has changed

