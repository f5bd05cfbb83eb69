Feature: Pay a booking
  As a member
  I want to pay a booking

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends POST /me/bookings/{bookingId}/pay
    Then the answer is 204
    And it has the shape of evidence/recordings/pay-a-booking.success.json

  Scenario: refused, booking not found
    Given no such booking, or not one this caller may see
    When a member sends POST /me/bookings/{bookingId}/pay
    Then the answer is 404 with the problem type "/problems/booking-not-found"
    And nothing has changed

  Scenario: refused, booking is not held
    # rule of the brief: Booking.status: held -> booked -> played; held -> expired; booked -> cancelled; booked -> missed
    Given the booking is not held (any more)
    When a member sends POST /me/bookings/{bookingId}/pay
    Then the answer is 409 with the problem type "/problems/booking-not-held"
    And nothing has changed

  Scenario: refused, too late
    # rule of the brief: Booking expires after 10 min unless paid
    Given the booking waited longer than 10 min
    When a member sends POST /me/bookings/{bookingId}/pay
    Then the answer is 409 with the problem type "/problems/pay-a-booking-too-late"
    And nothing has changed

  Scenario: refused, the member has 4 bookings already
    # rule of the brief: at most 4 Booking per Member when status = booked
    Given the member has 4 bookings that are booked
    When a member sends POST /me/bookings/{bookingId}/pay
    Then the answer is 409 with the problem type "/problems/member-has-4-bookings"
    And nothing has changed

