-- Town library: tables, rules, indexes. PostgreSQL 15 or later.
-- Once published, this file is never edited: changes come as V003 and later.

BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE branch (
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT branch_pkey PRIMARY KEY (id)
);

CREATE TABLE member (
    id uuid NOT NULL,
    card_number text NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    created_at timestamptz NOT NULL,
    loans_out bigint NOT NULL DEFAULT 0,
    CONSTRAINT member_pkey PRIMARY KEY (id)
) WITH (fillfactor = 90);

CREATE TABLE title (
    id uuid NOT NULL,
    title text NOT NULL,
    author text NOT NULL,
    subject text NOT NULL,
    created_at timestamptz NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce(title, '') || ' ' || coalesce(author, '') || ' ' || coalesce(subject, ''))) STORED,
    CONSTRAINT title_pkey PRIMARY KEY (id)
);

CREATE TABLE item (
    id uuid NOT NULL,
    title_id uuid NOT NULL,
    branch_id uuid NOT NULL,
    barcode text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT item_pkey PRIMARY KEY (id),
    CONSTRAINT item_title_id_fkey FOREIGN KEY (title_id) REFERENCES title (id) ON DELETE RESTRICT,
    CONSTRAINT item_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES branch (id) ON DELETE RESTRICT
);

CREATE TABLE loan (
    id uuid NOT NULL,
    item_id uuid NOT NULL,
    member_id uuid NOT NULL,
    lent_on date NOT NULL,
    due_on date NOT NULL,
    returned_on date,
    status text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT loan_pkey PRIMARY KEY (id),
    CONSTRAINT loan_item_id_fkey FOREIGN KEY (item_id) REFERENCES item (id) ON DELETE RESTRICT,
    CONSTRAINT loan_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE RESTRICT
);

CREATE TABLE reservation (
    id uuid NOT NULL,
    item_id uuid NOT NULL,
    member_id uuid NOT NULL,
    status text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT reservation_pkey PRIMARY KEY (id),
    CONSTRAINT reservation_item_id_fkey FOREIGN KEY (item_id) REFERENCES item (id) ON DELETE RESTRICT,
    CONSTRAINT reservation_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE RESTRICT
);

CREATE TABLE overdue_notice (
    id uuid NOT NULL,
    loan_id uuid NOT NULL,
    sent_on date NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT overdue_notice_pkey PRIMARY KEY (id),
    CONSTRAINT overdue_notice_loan_id_fkey FOREIGN KEY (loan_id) REFERENCES loan (id) ON DELETE RESTRICT
);

-- Rules that the database itself enforces, whoever writes

-- The words of Loan.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE loan ADD CONSTRAINT loan_status_check CHECK (status IN ('out', 'returned'));

-- “Loan.status: out -> returned”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.
CREATE FUNCTION loan_status_moves() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'out' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('out', 'returned')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'loan.status may not become %', NEW.status
    USING ERRCODE = '23514', CONSTRAINT = 'loan_status_moves', TABLE = 'loan';
END $$;
CREATE TRIGGER loan_status_moves
  BEFORE INSERT OR UPDATE OF status ON loan
  FOR EACH ROW EXECUTE FUNCTION loan_status_moves();
COMMENT ON FUNCTION loan_status_moves() IS '“Loan.status: out -> returned”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.';

-- “at most 10 Loan per Member when status = out”: The member row counts its own loans; its row lock puts all writers in order at any isolation level, and the check refuses number 11.
ALTER TABLE member ADD CONSTRAINT member_loans_out_at_most_10 CHECK (loans_out BETWEEN 0 AND 10);
CREATE FUNCTION count_loans_out_per_member() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.member_id, OLD.status = 'out') IS NOT DISTINCT FROM (NEW.member_id, NEW.status = 'out') THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' AND OLD.status = 'out' THEN
    UPDATE member SET loans_out = loans_out - 1 WHERE id = OLD.member_id;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.status = 'out' THEN
    UPDATE member SET loans_out = loans_out + 1 WHERE id = NEW.member_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_loans_out_per_member
  AFTER INSERT OR DELETE OR UPDATE OF status, member_id ON loan
  FOR EACH ROW EXECUTE FUNCTION count_loans_out_per_member();
COMMENT ON FUNCTION count_loans_out_per_member() IS '“at most 10 Loan per Member when status = out”: The member row counts its own loans; its row lock puts all writers in order at any isolation level, and the check refuses number 11.';

-- The words of Reservation.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE reservation ADD CONSTRAINT reservation_status_check CHECK (status IN ('waiting', 'held', 'collected', 'cancelled'));

-- “Reservation.status: waiting -> held -> collected; waiting -> cancelled; held -> cancelled”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.
CREATE FUNCTION reservation_status_moves() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'waiting' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('held', 'collected'), ('held', 'cancelled'), ('waiting', 'held'), ('waiting', 'cancelled')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'reservation.status may not become %', NEW.status
    USING ERRCODE = '23514', CONSTRAINT = 'reservation_status_moves', TABLE = 'reservation';
END $$;
CREATE TRIGGER reservation_status_moves
  BEFORE INSERT OR UPDATE OF status ON reservation
  FOR EACH ROW EXECUTE FUNCTION reservation_status_moves();
COMMENT ON FUNCTION reservation_status_moves() IS '“Reservation.status: waiting -> held -> collected; waiting -> cancelled; held -> cancelled”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.';

-- Indexes, each with the statements it is for

-- “unique Item.barcode”: A unique index refuses the second row whoever writes it.
-- serves check-in-an-item-1-lock, check-in-an-item-2-update, check-in-an-item-3-why, check-in-an-item-4-also, check-out-an-item-1-lock, check-out-an-item-2-insert, check-out-an-item-3-why, check-out-an-item-4-also
CREATE UNIQUE INDEX item_barcode_key ON item (barcode);

-- serves reference-check-item-title-id, search-the-catalogue-1-read
CREATE INDEX item_title_id_idx ON item (title_id);

-- serves reference-check-loan-item-id
CREATE INDEX loan_item_id_idx ON loan (item_id);

-- serves reference-check-loan-member-id, see-my-loans-1-read
CREATE INDEX loan_member_id_status_due_on_id_idx ON loan (member_id, status, due_on, id);

-- “at most 1 Loan per Item when status = out”: A partial unique index counts only rows that are out and leaves room for one.
-- serves check-in-an-item-2-update, check-in-an-item-3-why, reserve-an-item-2-insert, reserve-an-item-3-why, search-the-catalogue-1-read
CREATE UNIQUE INDEX loan_one_out_per_item ON loan (item_id) WHERE status = 'out';

-- serves send-overdue-notices-1-due
CREATE INDEX loan_status_due_on_id_idx ON loan (status, due_on, id);

-- “unique Member.cardNumber”: A unique index refuses the second row whoever writes it.
-- serves check-out-an-item-2-insert, check-out-an-item-3-why
CREATE UNIQUE INDEX member_card_number_key ON member (card_number);

-- “at most 1 OverdueNotice per Loan per sentOn”: A unique index leaves room for one.
-- serves reference-check-overdue-notice-loan-id, send-overdue-notices-1-due
CREATE UNIQUE INDEX overdue_notice_one_per_loan_sent_on ON overdue_notice (loan_id, sent_on);

-- serves check-in-an-item-4-also, check-out-an-item-2-insert, check-out-an-item-3-why, check-out-an-item-4-also, extend-a-loan-2-update, extend-a-loan-3-why, reference-check-reservation-item-id, search-the-catalogue-1-read
CREATE INDEX reservation_item_id_status_idx ON reservation (item_id, status);

-- serves reference-check-reservation-member-id
CREATE INDEX reservation_member_id_idx ON reservation (member_id);

-- serves search-the-catalogue-1-read
CREATE INDEX title_search_idx ON title USING gin (search);

-- What each table and column is
COMMENT ON TABLE branch IS 'Branch, brief line 12';
COMMENT ON COLUMN branch.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN branch.name IS 'Branch.name';
COMMENT ON COLUMN branch.created_at IS 'when the row was written';
COMMENT ON TABLE member IS 'Member, brief line 22';
COMMENT ON COLUMN member.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN member.card_number IS 'Member.cardNumber';
COMMENT ON COLUMN member.name IS 'personal';
COMMENT ON COLUMN member.email IS 'personal';
COMMENT ON COLUMN member.created_at IS 'when the row was written';
COMMENT ON COLUMN member.loans_out IS 'kept by trigger count_loans_out_per_member: “at most 10 Loan per Member when status = out”';
COMMENT ON TABLE title IS 'Title, brief line 15';
COMMENT ON COLUMN title.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN title.title IS 'public';
COMMENT ON COLUMN title.author IS 'public';
COMMENT ON COLUMN title.subject IS 'public';
COMMENT ON COLUMN title.created_at IS 'when the row was written';
COMMENT ON COLUMN title.search IS 'words of title, author, subject, kept by the database';
COMMENT ON TABLE item IS 'Item, brief line 18';
COMMENT ON COLUMN item.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN item.title_id IS 'the title it belongs to';
COMMENT ON COLUMN item.branch_id IS 'the branch it belongs to';
COMMENT ON COLUMN item.barcode IS 'Item.barcode';
COMMENT ON COLUMN item.created_at IS 'when the row was written';
COMMENT ON TABLE loan IS 'Loan, brief line 28';
COMMENT ON COLUMN loan.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN loan.item_id IS 'the item it belongs to';
COMMENT ON COLUMN loan.member_id IS 'the member it belongs to';
COMMENT ON COLUMN loan.lent_on IS 'personal';
COMMENT ON COLUMN loan.due_on IS 'personal';
COMMENT ON COLUMN loan.returned_on IS 'personal';
COMMENT ON COLUMN loan.status IS 'personal';
COMMENT ON COLUMN loan.created_at IS 'when the row was written';
COMMENT ON TABLE reservation IS 'Reservation, brief line 36';
COMMENT ON COLUMN reservation.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN reservation.item_id IS 'the item it belongs to';
COMMENT ON COLUMN reservation.member_id IS 'the member it belongs to';
COMMENT ON COLUMN reservation.status IS 'personal';
COMMENT ON COLUMN reservation.created_at IS 'when the row was written';
COMMENT ON TABLE overdue_notice IS 'OverdueNotice, brief line 41';
COMMENT ON COLUMN overdue_notice.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN overdue_notice.loan_id IS 'the loan it belongs to';
COMMENT ON COLUMN overdue_notice.sent_on IS 'personal';
COMMENT ON COLUMN overdue_notice.created_at IS 'when the row was written';
COMMIT;
