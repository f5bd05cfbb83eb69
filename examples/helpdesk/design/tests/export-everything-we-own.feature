Feature: Export everything we own
  As an administrator
  I want to export everything we own

  Scenario: it is done
    Given none of the refusals below applies
    When an administrator sends POST /tickets/export-everything-we-own
    Then the answer is 204
    And it has the shape of evidence/recordings/export-everything-we-own.success.json

