Feature: Delete orders after 7 years
  As the system
  I want to delete orders after 7 years

  Scenario: what is due is told once
    Given a row that is due
    When the job runs twice
    Then one message has left
    And one record says so

  Scenario: a crash between record and message
    Given the job stopped after writing a record
    When it runs again on the same day
    Then no second message leaves

