-- Greenhouse control: tables, rules, indexes. PostgreSQL 15 or later.
-- Once published, this file is never edited: changes come as V003 and later.

BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE grower (
    id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT grower_pkey PRIMARY KEY (id)
);

CREATE TABLE outbox_message (
    id uuid NOT NULL,
    topic text NOT NULL,
    subject uuid NOT NULL,
    attempts bigint NOT NULL,
    not_before timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT outbox_message_pkey PRIMARY KEY (id)
);

CREATE TABLE site (
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT site_pkey PRIMARY KEY (id)
);

CREATE TABLE greenhouse (
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT greenhouse_pkey PRIMARY KEY (id),
    CONSTRAINT greenhouse_site_id_fkey FOREIGN KEY (site_id) REFERENCES site (id) ON DELETE RESTRICT
);

CREATE TABLE alarm (
    id uuid NOT NULL,
    greenhouse_id uuid NOT NULL,
    grower_id uuid,
    temperature numeric NOT NULL,
    status text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT alarm_pkey PRIMARY KEY (id),
    CONSTRAINT alarm_greenhouse_id_fkey FOREIGN KEY (greenhouse_id) REFERENCES greenhouse (id) ON DELETE RESTRICT,
    CONSTRAINT alarm_grower_id_fkey FOREIGN KEY (grower_id) REFERENCES grower (id) ON DELETE RESTRICT
);

CREATE TABLE command (
    id uuid NOT NULL,
    greenhouse_id uuid NOT NULL,
    grower_id uuid,
    what text NOT NULL,
    value numeric NOT NULL,
    status text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT command_pkey PRIMARY KEY (id),
    CONSTRAINT command_greenhouse_id_fkey FOREIGN KEY (greenhouse_id) REFERENCES greenhouse (id) ON DELETE RESTRICT,
    CONSTRAINT command_grower_id_fkey FOREIGN KEY (grower_id) REFERENCES grower (id) ON DELETE RESTRICT
);

CREATE TABLE sensor (
    id uuid NOT NULL,
    greenhouse_id uuid NOT NULL,
    kind text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT sensor_pkey PRIMARY KEY (id),
    CONSTRAINT sensor_greenhouse_id_fkey FOREIGN KEY (greenhouse_id) REFERENCES greenhouse (id) ON DELETE RESTRICT
);

CREATE TABLE target (
    id uuid NOT NULL,
    greenhouse_id uuid NOT NULL,
    hour bigint NOT NULL,
    temperature numeric NOT NULL,
    humidity numeric NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT target_pkey PRIMARY KEY (id),
    CONSTRAINT target_greenhouse_id_fkey FOREIGN KEY (greenhouse_id) REFERENCES greenhouse (id) ON DELETE RESTRICT
);

CREATE TABLE measurement (
    id uuid NOT NULL,
    sensor_id uuid NOT NULL,
    value numeric NOT NULL,
    taken_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT measurement_pkey PRIMARY KEY (id),
    CONSTRAINT measurement_sensor_id_fkey FOREIGN KEY (sensor_id) REFERENCES sensor (id) ON DELETE RESTRICT
);

-- Rules that the database itself enforces, whoever writes

-- The words of Alarm.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE alarm ADD CONSTRAINT alarm_status_check CHECK (status IN ('open', 'acknowledged'));

-- “Alarm.status: open -> acknowledged”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.
CREATE FUNCTION alarm_status_moves() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'open' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('open', 'acknowledged')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'alarm.status may not become %', NEW.status
    USING ERRCODE = '23514', CONSTRAINT = 'alarm_status_moves', TABLE = 'alarm';
END $$;
CREATE TRIGGER alarm_status_moves
  BEFORE INSERT OR UPDATE OF status ON alarm
  FOR EACH ROW EXECUTE FUNCTION alarm_status_moves();
COMMENT ON FUNCTION alarm_status_moves() IS '“Alarm.status: open -> acknowledged”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.';

-- The words of Command.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE command ADD CONSTRAINT command_status_check CHECK (status IN ('ordered', 'sent', 'done', 'expired'));

-- “Command.status: ordered -> sent; sent -> done; ordered/sent -> expired”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.
CREATE FUNCTION command_status_moves() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'ordered' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('ordered', 'sent'), ('ordered', 'expired'), ('sent', 'done'), ('sent', 'expired')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'command.status may not become %', NEW.status
    USING ERRCODE = '23514', CONSTRAINT = 'command_status_moves', TABLE = 'command';
END $$;
CREATE TRIGGER command_status_moves
  BEFORE INSERT OR UPDATE OF status ON command
  FOR EACH ROW EXECUTE FUNCTION command_status_moves();
COMMENT ON FUNCTION command_status_moves() IS '“Command.status: ordered -> sent; sent -> done; ordered/sent -> expired”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.';

-- The words of Command.what as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE command ADD CONSTRAINT command_what_check CHECK (what IN ('vent', 'lamp', 'irrigation'));

-- “Measurement is append only”: A trigger refuses UPDATE and DELETE, the table's owner's too; the application's role is not granted either, nor TRUNCATE. An owner who takes the trigger away is not stopped.
CREATE FUNCTION measurement_is_append_only() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'measurement is append only'
    USING ERRCODE = '23514', CONSTRAINT = 'measurement_is_append_only', TABLE = 'measurement';
END $$;
CREATE TRIGGER measurement_is_append_only
  BEFORE UPDATE OR DELETE ON measurement
  FOR EACH ROW EXECUTE FUNCTION measurement_is_append_only();
COMMENT ON FUNCTION measurement_is_append_only() IS '“Measurement is append only”: A trigger refuses UPDATE and DELETE, the table''s owner''s too; the application''s role is not granted either, nor TRUNCATE. An owner who takes the trigger away is not stopped.';

-- The words of Sensor.kind as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE sensor ADD CONSTRAINT sensor_kind_check CHECK (kind IN ('temperature', 'humidity', 'light', 'co2', 'soil'));

-- Indexes, each with the statements it is for

-- serves reference-check-alarm-greenhouse-id
CREATE INDEX alarm_greenhouse_id_idx ON alarm (greenhouse_id);

-- “at most 1 Alarm per Greenhouse when status = open”: A partial unique index counts only rows that are open and leaves room for one.
-- serves no statement but its rule
CREATE UNIQUE INDEX alarm_one_open_per_greenhouse ON alarm (greenhouse_id) WHERE status = 'open';

-- serves fetch-commands-1-read, reference-check-command-greenhouse-id
CREATE INDEX command_greenhouse_id_status_created_at_id_idx ON command (greenhouse_id, status, created_at, id);

-- serves download-a-season-1-read, reference-check-measurement-sensor-id
CREATE INDEX measurement_sensor_id_created_at_id_idx ON measurement (sensor_id, created_at, id);

-- serves compare-with-last-year-1-read, see-today-s-curve-1-read
CREATE INDEX measurement_sensor_id_taken_at_id_idx ON measurement (sensor_id, taken_at, id);

-- serves call-the-grower-on-duty-1-take
CREATE INDEX outbox_message_topic_not_before_id_idx ON outbox_message (topic, not_before, id);

-- serves reference-check-sensor-greenhouse-id
CREATE INDEX sensor_greenhouse_id_idx ON sensor (greenhouse_id);

-- serves reference-check-target-greenhouse-id
CREATE INDEX target_greenhouse_id_idx ON target (greenhouse_id);

-- “unique Target.hour per Greenhouse”: A unique index refuses the second row whoever writes it.
-- serves no statement but its rule
CREATE UNIQUE INDEX target_hour_greenhouse_id_key ON target (hour, greenhouse_id);

-- What each table and column is
COMMENT ON TABLE grower IS 'Grower, brief line 72';
COMMENT ON COLUMN grower.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN grower.created_at IS 'when the row was written';
COMMENT ON TABLE outbox_message IS 'OutboxMessage, derived';
COMMENT ON COLUMN outbox_message.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN outbox_message.topic IS 'OutboxMessage.topic';
COMMENT ON COLUMN outbox_message.subject IS 'OutboxMessage.subject';
COMMENT ON COLUMN outbox_message.attempts IS 'OutboxMessage.attempts';
COMMENT ON COLUMN outbox_message.not_before IS 'OutboxMessage.not before';
COMMENT ON COLUMN outbox_message.created_at IS 'when the row was written';
COMMENT ON TABLE site IS 'Site, brief line 10';
COMMENT ON COLUMN site.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN site.name IS 'Site.name';
COMMENT ON COLUMN site.created_at IS 'when the row was written';
COMMENT ON TABLE greenhouse IS 'Greenhouse, brief line 13';
COMMENT ON COLUMN greenhouse.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN greenhouse.site_id IS 'the site it belongs to';
COMMENT ON COLUMN greenhouse.name IS 'Greenhouse.name';
COMMENT ON COLUMN greenhouse.created_at IS 'when the row was written';
COMMENT ON TABLE alarm IS 'Alarm, brief line 32';
COMMENT ON COLUMN alarm.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN alarm.greenhouse_id IS 'the greenhouse it belongs to';
COMMENT ON COLUMN alarm.grower_id IS 'the grower it belongs to';
COMMENT ON COLUMN alarm.temperature IS 'Alarm.temperature';
COMMENT ON COLUMN alarm.status IS 'Alarm.status';
COMMENT ON COLUMN alarm.created_at IS 'when the row was written';
COMMENT ON TABLE command IS 'Command, brief line 29';
COMMENT ON COLUMN command.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN command.greenhouse_id IS 'the greenhouse it belongs to';
COMMENT ON COLUMN command.grower_id IS 'the grower it belongs to';
COMMENT ON COLUMN command.what IS 'Command.what';
COMMENT ON COLUMN command.value IS 'Command.value';
COMMENT ON COLUMN command.status IS 'Command.status';
COMMENT ON COLUMN command.created_at IS 'when the row was written';
COMMENT ON TABLE sensor IS 'Sensor, brief line 17';
COMMENT ON COLUMN sensor.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN sensor.greenhouse_id IS 'the greenhouse it belongs to';
COMMENT ON COLUMN sensor.kind IS 'Sensor.kind';
COMMENT ON COLUMN sensor.created_at IS 'when the row was written';
COMMENT ON TABLE target IS 'Target, brief line 26';
COMMENT ON COLUMN target.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN target.greenhouse_id IS 'the greenhouse it belongs to';
COMMENT ON COLUMN target.hour IS 'Target.hour';
COMMENT ON COLUMN target.temperature IS 'Target.temperature';
COMMENT ON COLUMN target.humidity IS 'Target.humidity';
COMMENT ON COLUMN target.created_at IS 'when the row was written';
COMMENT ON TABLE measurement IS 'Measurement, brief line 21';
COMMENT ON COLUMN measurement.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN measurement.sensor_id IS 'the sensor it belongs to';
COMMENT ON COLUMN measurement.value IS 'Measurement.value';
COMMENT ON COLUMN measurement.taken_at IS 'Measurement.takenAt';
COMMENT ON COLUMN measurement.created_at IS 'when the row was written';
COMMIT;
