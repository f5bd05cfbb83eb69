Feature: Send a position
  As a courier
  I want to send a position

  Scenario: it is done
    Given none of the refusals below applies
    When a courier sends POST /me/positions
    Then the answer is 201
    And it has the shape of evidence/recordings/send-a-position.success.json

