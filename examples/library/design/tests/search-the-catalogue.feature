Feature: Search the catalogue
  As a member
  I want to search the catalogue

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends GET /items
    Then the answer is 200
    And it has the shape of evidence/recordings/search-the-catalogue.success.json

