Feature: Move applications to approved after 10 days
  As the system
  I want to move applications to approved after 10 days

  Scenario: what is due is dealt with once
    Given applications of which some are due
    When the job runs twice
    Then those that are due are dealt with
    And the others are as they were

  Scenario: the job stops half-way
    Given the job was ended before it committed
    When it runs again
    Then all that is due is dealt with

