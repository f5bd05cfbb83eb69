Feature: Watch the courier
  As a consumer
  I want to watch the courier

  Scenario: it is done
    Given none of the refusals below applies
    When a consumer sends GET /me/positions
    Then the answer is 200
    And it has the shape of evidence/recordings/watch-the-courier.success.json

