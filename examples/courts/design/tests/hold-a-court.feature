Feature: Hold a court
  As a member
  I want to hold a court

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends POST /me/bookings
    Then the answer is 201
    And it has the shape of evidence/recordings/hold-a-court.success.json

  Scenario: refused, court not found
    Given no such court, or not one this caller may see
    When a member sends POST /me/bookings
    Then the answer is 404 with the problem type "/problems/court-not-found"
    And nothing has changed

  Scenario: refused, the court is not open
    # rule of the brief: hold a court only when Court is open
    Given the court is not open
    When a member sends POST /me/bookings
    Then the answer is 409 with the problem type "/problems/no-court-open"
    And nothing has changed

  Scenario: refused, booking ends before it begins
    # rule of the brief: no overlap of Booking per Court over startsAt..endsAt when status is one of held, booked
    Given the ends at is not after the starts at
    When a member sends POST /me/bookings
    Then the answer is 422 with the problem type "/problems/booking-ends-before-it-begins"
    And nothing has changed

  Scenario: refused, another booking is at that time
    # rule of the brief: no overlap of Booking per Court over startsAt..endsAt when status is one of held, booked
    Given another booking of the same court that is held or booked overlaps
    When a member sends POST /me/bookings
    Then the answer is 409 with the problem type "/problems/booking-overlaps"
    And nothing has changed

  Scenario: refused, not enough price
    # rule of the brief: Booking.price never below 0
    Given the price would fall below 0
    When a member sends POST /me/bookings
    Then the answer is 409 with the problem type "/problems/booking-price-too-low"
    And nothing has changed

  Scenario: two at once, "at most 4 Booking per Member when status = booked"
    Given a member with 3 bookings that are booked
    When two requests POST /me/bookings for the same member are sent at the same moment
    Then one is answered 201 and the other 409 with the problem type "/problems/member-has-4-bookings"
    # it forbids: One member with 5 bookings that are booked, the last two added at once.
    # tried in evidence/attacks/at-most-4-booking-per-member-when-status-booked.md

  Scenario: two at once, "hold a court only when Court is open"
    Given hold a court would be allowed
    When a member sends POST /me/bookings while "close a court" is carried out for the same court
    Then either it was first and is answered 201, or it is refused with the problem type "/problems/no-court-open"
    # it forbids: “hold a court” succeeds while the court is not open.
    # tried in evidence/attacks/hold-a-court-only-when-court-is-open.md

