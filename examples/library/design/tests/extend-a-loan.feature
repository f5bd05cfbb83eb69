Feature: Extend a loan
  As a member
  I want to extend a loan

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends POST /me/loans/{loanId}/extend
    Then the answer is 204
    And it has the shape of evidence/recordings/extend-a-loan.success.json

  Scenario: refused, loan not found
    Given no such loan, or not one this caller may see
    When a member sends POST /me/loans/{loanId}/extend
    Then the answer is 404 with the problem type "/problems/loan-not-found"
    And nothing has changed

  Scenario: refused, loan is not out
    # rule of the brief: Loan.status: out -> returned
    Given the loan is not out (any more)
    When a member sends POST /me/loans/{loanId}/extend
    Then the answer is 409 with the problem type "/problems/loan-not-out"
    And nothing has changed

  Scenario: refused, loan has changed
    Given the loan is not as the caller last saw it; this request may have been carried out already
    When a member sends POST /me/loans/{loanId}/extend
    Then the answer is 409 with the problem type "/problems/loan-changed"
    And nothing has changed

  Scenario: refused, a reservation is waiting
    # rule of the brief: extend a loan only when no Reservation of same Item by another Member is waiting
    Given a reservation of the same item by another member is waiting
    When a member sends POST /me/loans/{loanId}/extend
    Then the answer is 409 with the problem type "/problems/reservation-waiting-by-another-member"
    And nothing has changed

  Scenario: two at once, "extend a loan only when no Reservation of same Item by another Member is waiting"
    Given extend a loan would be allowed
    When a member sends POST /me/loans/{loanId}/extend while "reserve an item" is carried out for the same item
    Then either it was first and is answered 204, or it is refused with the problem type "/problems/reservation-waiting-by-another-member"
    # it forbids: “extend a loan” succeeds while one is waiting.
    # tried in evidence/attacks/extend-a-loan-only-when-no-reservation-of-same-item-098df750.md

