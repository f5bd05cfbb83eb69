Feature: Find restaurants near an address
  As a consumer
  I want to find restaurants near an address

  Scenario: it is done
    Given none of the refusals below applies
    When a consumer sends GET /restaurants
    Then the answer is 200
    And it has the shape of evidence/recordings/find-restaurants-near-an-address.success.json

