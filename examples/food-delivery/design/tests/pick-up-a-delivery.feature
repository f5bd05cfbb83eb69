Feature: Pick up a delivery
  As a courier
  I want to pick up a delivery

  Scenario: it is done
    Given none of the refusals below applies
    When a courier sends POST /deliveries/{deliveryId}/pick-up
    Then the answer is 204
    And it has the shape of evidence/recordings/pick-up-a-delivery.success.json

  Scenario: refused, delivery not found
    Given no such delivery, or not one this caller may see
    When a courier sends POST /deliveries/{deliveryId}/pick-up
    Then the answer is 404 with the problem type "/problems/delivery-not-found"
    And nothing has changed

  Scenario: refused, delivery is not taken
    # rule of the brief: Delivery.status: offered -> taken; taken -> pickedUp; pickedUp -> done; offered/taken -> withdrawn
    Given the delivery is not taken (any more)
    When a courier sends POST /deliveries/{deliveryId}/pick-up
    Then the answer is 409 with the problem type "/problems/delivery-not-taken"
    And nothing has changed

