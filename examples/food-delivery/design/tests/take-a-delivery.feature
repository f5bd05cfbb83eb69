Feature: Take a delivery
  As a courier
  I want to take a delivery

  Scenario: it is done
    Given none of the refusals below applies
    When a courier sends POST /deliveries/{deliveryId}/take
    Then the answer is 204
    And it has the shape of evidence/recordings/take-a-delivery.success.json

  Scenario: refused, delivery not found
    Given no such delivery, or not one this caller may see
    When a courier sends POST /deliveries/{deliveryId}/take
    Then the answer is 404 with the problem type "/problems/delivery-not-found"
    And nothing has changed

  Scenario: refused, delivery is not offered
    # rule of the brief: Delivery.status: offered -> taken; taken -> pickedUp; pickedUp -> done; offered/taken -> withdrawn
    Given the delivery is not offered (any more)
    When a courier sends POST /deliveries/{deliveryId}/take
    Then the answer is 409 with the problem type "/problems/delivery-not-offered"
    And nothing has changed

