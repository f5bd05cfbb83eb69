Feature: Acknowledge an alarm
  As a grower
  I want to acknowledge an alarm

  Scenario: it is done
    Given none of the refusals below applies
    When a grower sends POST /alarms/{alarmId}/acknowledge
    Then the answer is 204
    And it has the shape of evidence/recordings/acknowledge-an-alarm.success.json

  Scenario: refused, alarm not found
    Given no such alarm, or not one this caller may see
    When a grower sends POST /alarms/{alarmId}/acknowledge
    Then the answer is 404 with the problem type "/problems/alarm-not-found"
    And nothing has changed

  Scenario: refused, alarm is not open
    # rule of the brief: Alarm.status: open -> acknowledged
    Given the alarm is not open (any more)
    When a grower sends POST /alarms/{alarmId}/acknowledge
    Then the answer is 409 with the problem type "/problems/alarm-not-open"
    And nothing has changed

