Feature: Warn before a target is missed
  As the system
  I want to warn before a target is missed

  Scenario: what is due is told once
    Given a ticket that is due
    When the job runs twice
    Then one message has left
    And one record says so

  Scenario: a crash between record and message
    Given the job stopped after writing a record
    When it runs again on the same day
    Then no second message leaves

  # rule of the brief: at most 1 Warning per Ticket
