Feature: Raise an alarm
  As a gateway
  I want to raise an alarm

  Scenario: it is done
    Given none of the refusals below applies
    When a gateway sends POST /alarms
    Then the answer is 201
    And it has the shape of evidence/recordings/raise-an-alarm.success.json

  Scenario: refused, greenhouse not found
    Given no such greenhouse, or not one this caller may see
    When a gateway sends POST /alarms
    Then the answer is 404 with the problem type "/problems/greenhouse-not-found"
    And nothing has changed

  Scenario: refused, the greenhouse has an alarm that is open already
    # rule of the brief: at most 1 Alarm per Greenhouse when status = open
    Given another alarm of the same greenhouse is open
    When a gateway sends POST /alarms
    Then the answer is 409 with the problem type "/problems/greenhouse-already-open"
    And nothing has changed

  Scenario: two at once, "at most 1 Alarm per Greenhouse when status = open"
    Given a greenhouse with no alarms that are open
    When two requests POST /alarms for the same greenhouse are sent at the same moment
    Then one is answered 201 and the other 409 with the problem type "/problems/greenhouse-already-open"
    # it forbids: One greenhouse with 2 alarms that are open, added in the same second.
    # tried in evidence/attacks/at-most-1-alarm-per-greenhouse-when-status-open.md

