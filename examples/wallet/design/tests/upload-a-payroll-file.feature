Feature: Upload a payroll file
  As an employer
  I want to upload a payroll file

  Scenario: it is done
    Given none of the refusals below applies
    When an employer sends POST /me/payrolls
    Then the answer is 201
    And it has the shape of evidence/recordings/upload-a-payroll-file.success.json

  Scenario: refused, wallet not found
    Given no such wallet, or not one this caller may see
    When an employer sends POST /me/payrolls
    Then the answer is 404 with the problem type "/problems/wallet-not-found"
    And nothing has changed

