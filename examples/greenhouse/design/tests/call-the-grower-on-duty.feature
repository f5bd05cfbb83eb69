Feature: Call the grower on duty
  As the system
  I want to call the grower on duty

  Scenario: a message is delivered
    Given a message that waits
    When the job runs
    Then it has been sent with its id
    And it waits no more

  Scenario: a crash between sending and removing
    Given the job stopped after sending a message
    When it runs again
    Then the message is sent again with the same id

