Feature: Ban a member
  As a moderator
  I want to ban a member

  Scenario: it is done
    Given none of the refusals below applies
    When a moderator sends POST /memberships/{membershipId}/ban
    Then the answer is 204
    And it has the shape of evidence/recordings/ban-a-member.success.json

  Scenario: refused, membership not found
    Given no such membership, or not one this caller may see
    When a moderator sends POST /memberships/{membershipId}/ban
    Then the answer is 404 with the problem type "/problems/membership-not-found"
    And nothing has changed

  Scenario: refused, membership is not active
    # rule of the brief: Membership.status: active -> banned
    Given the membership is not active (any more)
    When a moderator sends POST /memberships/{membershipId}/ban
    Then the answer is 409 with the problem type "/problems/membership-not-active"
    And nothing has changed

