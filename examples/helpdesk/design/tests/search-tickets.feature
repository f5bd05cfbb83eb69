Feature: Search tickets
  As an agent
  I want to search tickets

  Scenario: it is done
    Given none of the refusals below applies
    When an agent sends GET /tickets
    Then the answer is 200
    And it has the shape of evidence/recordings/search-tickets.success.json

