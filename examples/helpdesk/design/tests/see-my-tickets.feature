Feature: See my tickets
  As a customer
  I want to see my tickets

  Scenario: it is done
    Given none of the refusals below applies
    When a customer sends GET /me/tickets
    Then the answer is 200
    And it has the shape of evidence/recordings/see-my-tickets.success.json

