Feature: Record a missed game
  As a manager
  I want to record a missed game

  Scenario: it is done
    Given none of the refusals below applies
    When a manager sends POST /bookings/{bookingId}/record-a-missed-game
    Then the answer is 204
    And it has the shape of evidence/recordings/record-a-missed-game.success.json

  Scenario: refused, booking not found
    Given no such booking, or not one this caller may see
    When a manager sends POST /bookings/{bookingId}/record-a-missed-game
    Then the answer is 404 with the problem type "/problems/booking-not-found"
    And nothing has changed

  Scenario: refused, booking is not booked
    # rule of the brief: Booking.status: held -> booked -> played; held -> expired; booked -> cancelled; booked -> missed
    Given the booking is not booked (any more)
    When a manager sends POST /bookings/{bookingId}/record-a-missed-game
    Then the answer is 409 with the problem type "/problems/booking-not-booked"
    And nothing has changed

