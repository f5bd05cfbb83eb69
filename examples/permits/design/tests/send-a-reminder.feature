Feature: Send a reminder
  As the system
  I want to send a reminder

  Scenario: what is due is told once
    Given a reminder that is due
    When the job runs twice
    Then one message has left
    And one record says so

  Scenario: a crash between record and message
    Given the job stopped after writing a record
    When it runs again on the same day
    Then no second message leaves

