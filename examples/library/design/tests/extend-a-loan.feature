Feature: Extend a loan
  As a member
  I want to extend a loan

  Scenario: it is done
    Given everything the request names is there and no rule stands against it
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

  Scenario: two at once, "at most 1 Loan per Item when status = out"
    Given the rule is one step away from being broken
    When a member and somebody else send POST /me/loans/{loanId}/extend, or what stands against it, at the same time
    Then the rule holds afterwards
    # it forbids: One item with 2 loans that are out, added in the same second.
    # tried in evidence/attacks/at-most-1-loan-per-item-when-status-out.md

  Scenario: two at once, "at most 10 Loan per Member when status = out"
    Given the rule is one step away from being broken
    When a member and somebody else send POST /me/loans/{loanId}/extend, or what stands against it, at the same time
    Then the rule holds afterwards
    # it forbids: One member with 11 loans that are out, the last two added at once.
    # tried in evidence/attacks/at-most-10-loan-per-member-when-status-out.md

  Scenario: two at once, "extend a loan only when no Reservation of same Item by another Member is waiting"
    Given the rule is one step away from being broken
    When a member and somebody else send POST /me/loans/{loanId}/extend, or what stands against it, at the same time
    Then the rule holds afterwards
    # it forbids: “extend a loan” succeeds while one is waiting.
    # tried in evidence/attacks/extend-a-loan-only-when-no-reservation-of-same-item-098df750.md

