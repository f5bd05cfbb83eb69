Feature: Pay by card
  As a resident
  I want to pay by card

  Scenario: it is done
    Given none of the refusals below applies
    When a resident sends POST /me/payments
    Then the answer is 201
    And it has the shape of evidence/recordings/pay-by-card.success.json

