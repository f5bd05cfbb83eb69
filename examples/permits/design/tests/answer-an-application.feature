Feature: Answer an application
  As a clerk
  I want to answer an application

  Scenario: it is done
    Given none of the refusals below applies
    When a clerk sends POST /applications/{applicationId}/answer
    Then the answer is 204
    And it has the shape of evidence/recordings/answer-an-application.success.json

  Scenario: refused, application not found
    Given no such application, or not one this caller may see
    When a clerk sends POST /applications/{applicationId}/answer
    Then the answer is 404 with the problem type "/problems/application-not-found"
    And nothing has changed

  Scenario: refused, application is not open
    Given the application is not open (any more)
    When a clerk sends POST /applications/{applicationId}/answer
    Then the answer is 409 with the problem type "/problems/application-not-open"
    And nothing has changed

  Scenario: refused, too late
    # rule of the brief: answer an application within 10 days else approved
    Given the application waited longer than 10 days
    When a clerk sends POST /applications/{applicationId}/answer
    Then the answer is 409 with the problem type "/problems/answer-an-application-too-late"
    And nothing has changed

