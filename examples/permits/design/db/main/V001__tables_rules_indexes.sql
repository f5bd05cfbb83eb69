-- Residents' parking permits: tables, rules, indexes. PostgreSQL 15 or later.
-- Once published, this file is never edited: changes come as V003 and later.

BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE car (
    id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT car_pkey PRIMARY KEY (id)
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

CREATE TABLE resident (
    id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    permits_active bigint NOT NULL DEFAULT 0,
    CONSTRAINT resident_pkey PRIMARY KEY (id)
) WITH (fillfactor = 90);

CREATE TABLE warden (
    id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT warden_pkey PRIMARY KEY (id)
);

CREATE TABLE zone (
    id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT zone_pkey PRIMARY KEY (id)
);

CREATE TABLE payment (
    id uuid NOT NULL,
    resident_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT payment_pkey PRIMARY KEY (id),
    CONSTRAINT payment_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES resident (id) ON DELETE RESTRICT
);

CREATE TABLE permit (
    id uuid NOT NULL,
    resident_id uuid NOT NULL,
    plate text NOT NULL,
    due_on date NOT NULL,
    status text NOT NULL,
    created_at timestamptz NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce(plate, ''))) STORED,
    CONSTRAINT permit_pkey PRIMARY KEY (id),
    CONSTRAINT permit_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES resident (id) ON DELETE RESTRICT
);

CREATE TABLE application (
    id uuid NOT NULL,
    permit_id uuid NOT NULL,
    resident_id uuid NOT NULL,
    status text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT application_pkey PRIMARY KEY (id),
    CONSTRAINT application_permit_id_fkey FOREIGN KEY (permit_id) REFERENCES permit (id) ON DELETE RESTRICT,
    CONSTRAINT application_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES resident (id) ON DELETE RESTRICT
);

CREATE TABLE reminder (
    id uuid NOT NULL,
    permit_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT reminder_pkey PRIMARY KEY (id),
    CONSTRAINT reminder_permit_id_fkey FOREIGN KEY (permit_id) REFERENCES permit (id) ON DELETE RESTRICT
);

-- Rules that the database itself enforces, whoever writes

-- The words of Application.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE application ADD CONSTRAINT application_status_check CHECK (status IN ('open', 'approved', 'rejected', 'answered'));

-- The words of Permit.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE permit ADD CONSTRAINT permit_status_check CHECK (status IN ('requested', 'approved', 'rejected', 'active', 'expired'));

-- “at most 2 Permit per Resident when status = active”: The resident row counts its own permits; its row lock puts all writers in order at any isolation level, and the check refuses number 3.
ALTER TABLE resident ADD CONSTRAINT resident_permits_active_at_most_2 CHECK (permits_active BETWEEN 0 AND 2);
CREATE FUNCTION count_permits_active_per_resident() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.resident_id, OLD.status = 'active') IS NOT DISTINCT FROM (NEW.resident_id, NEW.status = 'active') THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' AND OLD.status = 'active' THEN
    UPDATE resident SET permits_active = permits_active - 1 WHERE id = OLD.resident_id;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.status = 'active' THEN
    UPDATE resident SET permits_active = permits_active + 1 WHERE id = NEW.resident_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_permits_active_per_resident
  AFTER INSERT OR DELETE OR UPDATE OF status, resident_id ON permit
  FOR EACH ROW EXECUTE FUNCTION count_permits_active_per_resident();
COMMENT ON FUNCTION count_permits_active_per_resident() IS '“at most 2 Permit per Resident when status = active”: The resident row counts its own permits; its row lock puts all writers in order at any isolation level, and the check refuses number 3.';

-- Indexes, each with the statements it is for

-- serves delete-permits-after-3-years-1-delete, reference-check-application-permit-id
CREATE INDEX application_permit_id_idx ON application (permit_id);

-- serves reference-check-application-resident-id
CREATE INDEX application_resident_id_idx ON application (resident_id);

-- serves move-applications-to-approved-after-10-days-1-sweep
CREATE INDEX application_status_created_at_id_idx ON application (status, created_at, id);

-- serves tell-stripe-of-pay-by-card-1-take
CREATE INDEX outbox_message_topic_not_before_id_idx ON outbox_message (topic, not_before, id);

-- serves reference-check-payment-resident-id
CREATE INDEX payment_resident_id_idx ON payment (resident_id);

-- serves reference-check-permit-resident-id, see-my-permits-1-read
CREATE INDEX permit_resident_id_created_at_id_idx ON permit (resident_id, created_at, id);

-- serves look-up-a-permit-1-read
CREATE INDEX permit_search_idx ON permit USING gin (search);

-- serves move-permits-to-expired-after-365-days-1-sweep
CREATE INDEX permit_status_created_at_id_idx ON permit (status, created_at, id);

-- serves delete-permits-after-3-years-1-delete, reference-check-reminder-permit-id
CREATE INDEX reminder_permit_id_idx ON reminder (permit_id);

-- What each table and column is
COMMENT ON TABLE car IS 'Car, brief line 3';
COMMENT ON COLUMN car.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN car.created_at IS 'when the row was written';
COMMENT ON TABLE outbox_message IS 'OutboxMessage, derived';
COMMENT ON COLUMN outbox_message.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN outbox_message.topic IS 'OutboxMessage.topic';
COMMENT ON COLUMN outbox_message.subject IS 'OutboxMessage.subject';
COMMENT ON COLUMN outbox_message.attempts IS 'OutboxMessage.attempts';
COMMENT ON COLUMN outbox_message.not_before IS 'OutboxMessage.not before';
COMMENT ON COLUMN outbox_message.created_at IS 'when the row was written';
COMMENT ON TABLE resident IS 'Resident, brief line 3';
COMMENT ON COLUMN resident.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN resident.created_at IS 'when the row was written';
COMMENT ON COLUMN resident.permits_active IS 'kept by trigger count_permits_active_per_resident: “at most 2 Permit per Resident when status = active”';
COMMENT ON TABLE warden IS 'Warden, brief line 3';
COMMENT ON COLUMN warden.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN warden.created_at IS 'when the row was written';
COMMENT ON TABLE zone IS 'Zone, brief line 3';
COMMENT ON COLUMN zone.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN zone.created_at IS 'when the row was written';
COMMENT ON TABLE payment IS 'Payment, brief line 22';
COMMENT ON COLUMN payment.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN payment.resident_id IS 'the resident it belongs to';
COMMENT ON COLUMN payment.created_at IS 'when the row was written';
COMMENT ON TABLE permit IS 'Permit, brief line 3';
COMMENT ON COLUMN permit.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN permit.resident_id IS 'the resident it belongs to';
COMMENT ON COLUMN permit.plate IS 'Permit.plate';
COMMENT ON COLUMN permit.due_on IS 'Permit.dueOn';
COMMENT ON COLUMN permit.status IS 'Permit.status';
COMMENT ON COLUMN permit.created_at IS 'when the row was written';
COMMENT ON COLUMN permit.search IS 'words of plate, kept by the database';
COMMENT ON TABLE application IS 'Application, brief line 8';
COMMENT ON COLUMN application.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN application.permit_id IS 'the permit it belongs to';
COMMENT ON COLUMN application.resident_id IS 'the resident it belongs to';
COMMENT ON COLUMN application.status IS 'Application.status';
COMMENT ON COLUMN application.created_at IS 'when the row was written';
COMMENT ON TABLE reminder IS 'Reminder, brief line 23';
COMMENT ON COLUMN reminder.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN reminder.permit_id IS 'the permit it belongs to';
COMMENT ON COLUMN reminder.created_at IS 'when the row was written';
COMMIT;
