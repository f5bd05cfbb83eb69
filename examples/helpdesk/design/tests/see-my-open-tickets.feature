Feature: See my open tickets
  As an agent
  I want to see my open tickets

  Scenario: it is done
    Given none of the refusals below applies
    When an agent sends GET /tickets/see-my-open-tickets
    Then the answer is 200
    And it has the shape of evidence/recordings/see-my-open-tickets.success.json

