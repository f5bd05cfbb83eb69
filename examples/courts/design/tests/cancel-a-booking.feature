Feature: Cancel a booking
  As a member
  I want to cancel a booking

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends POST /me/bookings/{bookingId}/cancel
    Then the answer is 204
    And it has the shape of evidence/recordings/cancel-a-booking.success.json

  Scenario: refused, booking not found
    Given no such booking, or not one this caller may see
    When a member sends POST /me/bookings/{bookingId}/cancel
    Then the answer is 404 with the problem type "/problems/booking-not-found"
    And nothing has changed

  Scenario: refused, booking is not booked
    # rule of the brief: Booking.status: held -> booked -> played; held -> expired; booked -> cancelled; booked -> missed
    Given the booking is not booked (any more)
    When a member sends POST /me/bookings/{bookingId}/cancel
    Then the answer is 409 with the problem type "/problems/booking-not-booked"
    And nothing has changed

  Scenario: refused, too late
    # rule of the brief: cancel a booking only until 24 h before Booking.startsAt
    Given it is past 24 h before Booking.startsAt
    When a member sends POST /me/bookings/{bookingId}/cancel
    Then the answer is 409 with the problem type "/problems/cancel-a-booking-too-late"
    And nothing has changed

