Feature: Join a community
  As a member
  I want to join a community

  Scenario: it is done
    Given none of the refusals below applies
    When a member sends POST /me/memberships
    Then the answer is 201
    And it has the shape of evidence/recordings/join-a-community.success.json

  Scenario: refused, community not found
    Given no such community, or not one this caller may see
    When a member sends POST /me/memberships
    Then the answer is 404 with the problem type "/problems/community-not-found"
    And nothing has changed

  Scenario: refused, the community and member has a membership already
    # rule of the brief: at most 1 Membership per Community per Member
    Given another membership of the same community and member exists
    When a member sends POST /me/memberships
    Then the answer is 409 with the problem type "/problems/membership-exists-already"
    And nothing has changed

  Scenario: two at once, "at most 1 Membership per Community per Member"
    Given a community and member with no memberships
    When two requests POST /me/memberships for the same community and member are sent at the same moment
    Then one is answered 201 and the other 409 with the problem type "/problems/membership-exists-already"
    # it forbids: The same community and member with 2 memberships, added in the same second.
    # tried in evidence/attacks/at-most-1-membership-per-community-per-member.md

