Feature: Pay by card
  As a resident
  I want to pay by card

  Scenario: it is done
    Given none of the refusals below applies
    When a resident sends GET /me/permits
    Then the answer is 200
    And it has the shape of evidence/recordings/pay-by-card.success.json

