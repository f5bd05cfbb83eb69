Feature: Close a court
  As a manager
  I want to close a court

  Scenario: it is done
    Given none of the refusals below applies
    When a manager sends POST /courts/{courtId}/close
    Then the answer is 204
    And it has the shape of evidence/recordings/close-a-court.success.json

  Scenario: refused, court not found
    Given no such court, or not one this caller may see
    When a manager sends POST /courts/{courtId}/close
    Then the answer is 404 with the problem type "/problems/court-not-found"
    And nothing has changed

  Scenario: refused, court is not open
    # rule of the brief: Court.status: open -> closed -> open
    Given the court is not open (any more)
    When a manager sends POST /courts/{courtId}/close
    Then the answer is 409 with the problem type "/problems/court-not-open"
    And nothing has changed

