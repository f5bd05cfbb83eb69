Feature: Sign up a company
  As an administrator
  I want to sign up a company

  Scenario: it is done
    Given none of the refusals below applies
    When an administrator sends POST /companies
    Then the answer is 201
    And it has the shape of evidence/recordings/sign-up-a-company.success.json

