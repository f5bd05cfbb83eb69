Feature: Finish a delivery
  As a courier
  I want to finish a delivery

  Scenario: it is done
    Given none of the refusals below applies
    When a courier sends POST /deliveries/{deliveryId}/finish
    Then the answer is 204
    And it has the shape of evidence/recordings/finish-a-delivery.success.json

  Scenario: refused, delivery not found
    Given no such delivery, or not one this caller may see
    When a courier sends POST /deliveries/{deliveryId}/finish
    Then the answer is 404 with the problem type "/problems/delivery-not-found"
    And nothing has changed

  Scenario: refused, delivery is not pickedup
    # rule of the brief: Delivery.status: offered -> taken; taken -> pickedUp; pickedUp -> done; offered/taken -> withdrawn
    Given the delivery is not pickedUp (any more)
    When a courier sends POST /deliveries/{deliveryId}/finish
    Then the answer is 409 with the problem type "/problems/delivery-not-picked-up"
    And nothing has changed

  Scenario: refused, order is not accepted
    # rule of the brief: Order.status: placed -> paid; paid -> accepted; accepted -> delivered; placed/paid -> cancelled
    Given the order is not accepted (any more)
    When a courier sends POST /deliveries/{deliveryId}/finish
    Then the answer is 409 with the problem type "/problems/order-not-accepted"
    And nothing has changed

