Feature: Tell Stripe of pay by card
  As the system
  I want to tell Stripe of pay by card

  Scenario: a message is delivered
    Given a message that waits
    When the job runs
    Then it has been sent with its id
    And it waits no more

  Scenario: a crash between sending and removing
    Given the job stopped after sending a message
    When it runs again
    Then the message is sent again with the same id

  Scenario: a receiver that refuses one message
    Given three messages that wait, and a receiver that refuses the oldest
    When the job runs
    Then the other two have been sent
    And the oldest is tried again after 30 seconds, and then after twice as long each time
    And after 12 times nothing tries it again, and somebody is told

