-- Court booking: tables, rules, indexes. PostgreSQL 15 or later.
-- Once published, this file is never edited: changes come as V003 and later.

BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE club (
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT club_pkey PRIMARY KEY (id)
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

CREATE TABLE court (
    id uuid NOT NULL,
    club_id uuid NOT NULL,
    label text NOT NULL,
    surface text NOT NULL,
    status text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT court_pkey PRIMARY KEY (id),
    CONSTRAINT court_club_id_fkey FOREIGN KEY (club_id) REFERENCES club (id) ON DELETE RESTRICT
);

CREATE TABLE member (
    id uuid NOT NULL,
    club_id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    created_at timestamptz NOT NULL,
    bookings_booked bigint NOT NULL DEFAULT 0,
    CONSTRAINT member_pkey PRIMARY KEY (id),
    CONSTRAINT member_club_id_fkey FOREIGN KEY (club_id) REFERENCES club (id) ON DELETE RESTRICT
) WITH (fillfactor = 90);

CREATE TABLE trainer (
    id uuid NOT NULL,
    club_id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT trainer_pkey PRIMARY KEY (id),
    CONSTRAINT trainer_club_id_fkey FOREIGN KEY (club_id) REFERENCES club (id) ON DELETE RESTRICT
);

CREATE TABLE booking (
    id uuid NOT NULL,
    court_id uuid NOT NULL,
    member_id uuid NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    status text NOT NULL,
    price bigint NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT booking_pkey PRIMARY KEY (id),
    CONSTRAINT booking_court_id_fkey FOREIGN KEY (court_id) REFERENCES court (id) ON DELETE RESTRICT,
    CONSTRAINT booking_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE RESTRICT
);

CREATE TABLE injury_note (
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    seen_at timestamptz NOT NULL,
    text text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT injury_note_pkey PRIMARY KEY (id),
    CONSTRAINT injury_note_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE RESTRICT
);

CREATE TABLE injury_note_read (
    id uuid NOT NULL,
    injury_note_id uuid NOT NULL,
    reader uuid NOT NULL,
    read_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT injury_note_read_pkey PRIMARY KEY (id),
    CONSTRAINT injury_note_read_injury_note_id_fkey FOREIGN KEY (injury_note_id) REFERENCES injury_note (id) ON DELETE CASCADE
);

-- Rules that the database itself enforces, whoever writes

-- “no overlap of Booking per Court over startsAt..endsAt when status is one of held, booked”: An exclusion constraint refuses the second of two ranges that share a moment; a unique index could not, and a check before the insert would not see a range that is not committed yet.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE booking ADD CONSTRAINT booking_ends_at_after_begin CHECK (ends_at > starts_at);
ALTER TABLE booking ADD CONSTRAINT booking_no_overlap_per_court EXCLUDE USING gist (court_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status IN ('held', 'booked'));

-- “Booking.price never below 0”: A check on the row holds at every commit, whoever writes and however many at once.
ALTER TABLE booking ADD CONSTRAINT booking_price_min CHECK (price >= 0);

-- The words of Booking.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE booking ADD CONSTRAINT booking_status_check CHECK (status IN ('held', 'booked', 'played', 'expired', 'cancelled', 'missed'));

-- “Booking.status: held -> booked -> played; held -> expired; booked -> cancelled; booked -> missed”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.
CREATE FUNCTION booking_status_moves() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'held' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('booked', 'played'), ('booked', 'cancelled'), ('booked', 'missed'), ('held', 'booked'), ('held', 'expired')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'booking.status may not become %', NEW.status
    USING ERRCODE = '23514', CONSTRAINT = 'booking_status_moves', TABLE = 'booking';
END $$;
CREATE TRIGGER booking_status_moves
  BEFORE INSERT OR UPDATE OF status ON booking
  FOR EACH ROW EXECUTE FUNCTION booking_status_moves();
COMMENT ON FUNCTION booking_status_moves() IS '“Booking.status: held -> booked -> played; held -> expired; booked -> cancelled; booked -> missed”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.';

-- The words of Court.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE court ADD CONSTRAINT court_status_check CHECK (status IN ('open', 'closed'));

-- “Court.status: open -> closed -> open”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.
CREATE FUNCTION court_status_moves() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'open' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('closed', 'open'), ('open', 'closed')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'court.status may not become %', NEW.status
    USING ERRCODE = '23514', CONSTRAINT = 'court_status_moves', TABLE = 'court';
END $$;
CREATE TRIGGER court_status_moves
  BEFORE INSERT OR UPDATE OF status ON court
  FOR EACH ROW EXECUTE FUNCTION court_status_moves();
COMMENT ON FUNCTION court_status_moves() IS '“Court.status: open -> closed -> open”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.';

-- The words of Court.surface as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE court ADD CONSTRAINT court_surface_check CHECK (surface IN ('clay', 'hard', 'grass'));

-- “at most 4 Booking per Member when status = booked”: The member row counts its own bookings; its row lock puts all writers in order at any isolation level, and the check refuses number 5.
ALTER TABLE member ADD CONSTRAINT member_bookings_booked_at_most_4 CHECK (bookings_booked BETWEEN 0 AND 4);
CREATE FUNCTION count_bookings_booked_per_member() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.member_id, OLD.status = 'booked') IS NOT DISTINCT FROM (NEW.member_id, NEW.status = 'booked') THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' AND OLD.status = 'booked' THEN
    UPDATE member SET bookings_booked = bookings_booked - 1 WHERE id = OLD.member_id;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.status = 'booked' THEN
    UPDATE member SET bookings_booked = bookings_booked + 1 WHERE id = NEW.member_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_bookings_booked_per_member
  AFTER INSERT OR DELETE OR UPDATE OF status, member_id ON booking
  FOR EACH ROW EXECUTE FUNCTION count_bookings_booked_per_member();
COMMENT ON FUNCTION count_bookings_booked_per_member() IS '“at most 4 Booking per Member when status = booked”: The member row counts its own bookings; its row lock puts all writers in order at any isolation level, and the check refuses number 5.';

-- Indexes, each with the statements it is for

-- serves reference-check-booking-court-id, see-a-court-s-day-1-read
CREATE INDEX booking_court_id_starts_at_id_idx ON booking (court_id, starts_at, id);

-- serves delete-bookings-after-3-years-1-delete
CREATE INDEX booking_created_at_idx ON booking (created_at);

-- serves reference-check-booking-member-id, see-my-bookings-1-read
CREATE INDEX booking_member_id_starts_at_id_idx ON booking (member_id, starts_at, id);

-- serves move-bookings-to-expired-after-10-min-1-sweep
CREATE INDEX booking_status_created_at_id_idx ON booking (status, created_at, id);

-- serves reference-check-court-club-id
CREATE INDEX court_club_id_idx ON court (club_id);

-- “unique Court.label per Club”: A unique index refuses the second row whoever writes it.
-- serves no statement but its rule
CREATE UNIQUE INDEX court_label_club_id_key ON court (label, club_id);

-- serves delete-injury-notes-after-10-years-1-delete
CREATE INDEX injury_note_created_at_idx ON injury_note (created_at);

-- serves read-injury-notes-1-read, reference-check-injury-note-member-id
CREATE INDEX injury_note_member_id_seen_at_id_idx ON injury_note (member_id, seen_at, id);

-- serves reference-check-injury-note-read-injury-note-id
CREATE INDEX injury_note_read_injury_note_id_idx ON injury_note_read (injury_note_id);

-- serves reference-check-member-club-id
CREATE INDEX member_club_id_idx ON member (club_id);

-- serves tell-payment-of-pay-a-booking-1-take
CREATE INDEX outbox_message_topic_not_before_id_idx ON outbox_message (topic, not_before, id);

-- serves reference-check-trainer-club-id
CREATE INDEX trainer_club_id_idx ON trainer (club_id);

-- Read injury notes: the injury notes of one page, by keyset. What is shown and the record of it are one statement.
CREATE FUNCTION read_injury_notes(p_actor_id uuid, p_member_id uuid, p_after_seen_at timestamptz, p_after_id uuid, p_limit bigint, p_now timestamptz)
RETURNS TABLE (id uuid, seen_at timestamptz, text text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
WITH shown AS (
    SELECT injury_note.id,
           injury_note.seen_at,
           injury_note.text
    FROM injury_note
    WHERE EXISTS (
        SELECT 1 AS one
        FROM member
        WHERE member.id = injury_note.member_id
          AND member.club_id = (
    SELECT caller.club_id
    FROM trainer AS caller
    WHERE caller.id = p_actor_id))
      AND injury_note.member_id = p_member_id
      AND (injury_note.seen_at, injury_note.id) < (p_after_seen_at, p_after_id)
    ORDER BY injury_note.seen_at DESC, injury_note.id DESC
    LIMIT p_limit
), noted AS (
    INSERT INTO injury_note_read (id, injury_note_id, reader, read_at, created_at)
    SELECT gen_random_uuid(), shown.id, CAST(p_actor_id AS uuid), CAST(p_now AS timestamptz), CAST(p_now AS timestamptz)
    FROM shown
)
SELECT shown.id, shown.seen_at, shown.text
FROM shown
$$;
REVOKE ALL ON FUNCTION read_injury_notes(uuid, uuid, timestamptz, uuid, bigint, timestamptz) FROM PUBLIC;
COMMENT ON FUNCTION read_injury_notes(uuid, uuid, timestamptz, uuid, bigint, timestamptz) IS 'Read injury notes: the injury notes of one page, by keyset. What is shown and the record of it are one statement.';

-- What each table and column is
COMMENT ON TABLE club IS 'Club, brief line 12';
COMMENT ON COLUMN club.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN club.name IS 'Club.name';
COMMENT ON COLUMN club.created_at IS 'when the row was written';
COMMENT ON TABLE outbox_message IS 'OutboxMessage, derived';
COMMENT ON COLUMN outbox_message.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN outbox_message.topic IS 'OutboxMessage.topic';
COMMENT ON COLUMN outbox_message.subject IS 'OutboxMessage.subject';
COMMENT ON COLUMN outbox_message.attempts IS 'OutboxMessage.attempts';
COMMENT ON COLUMN outbox_message.not_before IS 'OutboxMessage.not before';
COMMENT ON COLUMN outbox_message.created_at IS 'when the row was written';
COMMENT ON TABLE court IS 'Court, brief line 15';
COMMENT ON COLUMN court.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN court.club_id IS 'the club it belongs to';
COMMENT ON COLUMN court.label IS 'Court.label';
COMMENT ON COLUMN court.surface IS 'Court.surface';
COMMENT ON COLUMN court.status IS 'Court.status';
COMMENT ON COLUMN court.created_at IS 'when the row was written';
COMMENT ON TABLE member IS 'Member, brief line 22';
COMMENT ON COLUMN member.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN member.club_id IS 'the club it belongs to';
COMMENT ON COLUMN member.name IS 'personal';
COMMENT ON COLUMN member.email IS 'personal';
COMMENT ON COLUMN member.created_at IS 'when the row was written';
COMMENT ON COLUMN member.bookings_booked IS 'kept by trigger count_bookings_booked_per_member: “at most 4 Booking per Member when status = booked”';
COMMENT ON TABLE trainer IS 'Trainer, brief line 28';
COMMENT ON COLUMN trainer.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN trainer.club_id IS 'the club it belongs to';
COMMENT ON COLUMN trainer.name IS 'personal';
COMMENT ON COLUMN trainer.created_at IS 'when the row was written';
COMMENT ON TABLE booking IS 'Booking, brief line 32';
COMMENT ON COLUMN booking.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN booking.court_id IS 'the court it belongs to';
COMMENT ON COLUMN booking.member_id IS 'the member it belongs to';
COMMENT ON COLUMN booking.starts_at IS 'Booking.startsAt';
COMMENT ON COLUMN booking.ends_at IS 'Booking.endsAt';
COMMENT ON COLUMN booking.status IS 'Booking.status';
COMMENT ON COLUMN booking.price IS 'minor units (cents)';
COMMENT ON COLUMN booking.created_at IS 'when the row was written';
COMMENT ON TABLE injury_note IS 'InjuryNote, brief line 40';
COMMENT ON COLUMN injury_note.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN injury_note.member_id IS 'the member it belongs to';
COMMENT ON COLUMN injury_note.seen_at IS 'health';
COMMENT ON COLUMN injury_note.text IS 'health';
COMMENT ON COLUMN injury_note.created_at IS 'when the row was written';
COMMENT ON TABLE injury_note_read IS 'InjuryNoteRead, derived';
COMMENT ON COLUMN injury_note_read.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN injury_note_read.injury_note_id IS 'the injury note it is part of';
COMMENT ON COLUMN injury_note_read.reader IS 'InjuryNoteRead.reader';
COMMENT ON COLUMN injury_note_read.read_at IS 'InjuryNoteRead.readAt';
COMMENT ON COLUMN injury_note_read.created_at IS 'when the row was written';
COMMIT;
