Feature: Connect our own single sign-on
  As an administrator
  I want to connect our own single sign-on

  Scenario: it is done
    Given none of the refusals below applies
    When an administrator sends POST /companies/{companyId}/connect-our-own-single-sign-on
    Then the answer is 204
    And it has the shape of evidence/recordings/connect-our-own-single-sign-on.success.json

  Scenario: refused, company not found
    Given no such company, or not one this caller may see
    When an administrator sends POST /companies/{companyId}/connect-our-own-single-sign-on
    Then the answer is 404 with the problem type "/problems/company-not-found"
    And nothing has changed

