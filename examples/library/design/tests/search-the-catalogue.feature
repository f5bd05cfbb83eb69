Feature: Search the catalogue
  As a member
  I want to search the catalogue

  Scenario: it is done
    Given everything the request names is there and no rule stands against it
    When a member sends GET /items
    Then the answer is 200
    And it has the shape of evidence/recordings/search-the-catalogue.success.json

