Feature: See what I earned
  As a restaurant
  I want to see what I earned

  Scenario: it is done
    Given none of the refusals below applies
    When a restaurant sends GET /me/payouts
    Then the answer is 200
    And it has the shape of evidence/recordings/see-what-i-earned.success.json

