-- Prepaid wallet: tables, rules, indexes. PostgreSQL 15 or later.
-- Once published, this file is never edited: changes come as V003 and later.

BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE employer (
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT employer_pkey PRIMARY KEY (id)
);

CREATE TABLE fraud_rule (
    id uuid NOT NULL,
    kind text NOT NULL,
    threshold bigint NOT NULL,
    active boolean NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT fraud_rule_pkey PRIMARY KEY (id)
);

CREATE TABLE movement (
    id uuid NOT NULL,
    purpose text NOT NULL,
    amount bigint NOT NULL,
    reference text,
    created_at timestamptz NOT NULL,
    CONSTRAINT movement_pkey PRIMARY KEY (id)
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

CREATE TABLE worker (
    id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    born_on date NOT NULL,
    adult boolean NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT worker_pkey PRIMARY KEY (id)
);

CREATE TABLE payroll (
    id uuid NOT NULL,
    employer_id uuid NOT NULL,
    name text NOT NULL,
    status text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT payroll_pkey PRIMARY KEY (id),
    CONSTRAINT payroll_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employer (id) ON DELETE RESTRICT
);

CREATE TABLE wallet (
    id uuid NOT NULL,
    worker_id uuid,
    employer_id uuid,
    kind text NOT NULL,
    balance bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    entry_count_chained bigint NOT NULL DEFAULT 0,
    entry_chain_head bytea NOT NULL DEFAULT '',
    CONSTRAINT wallet_pkey PRIMARY KEY (id),
    CONSTRAINT wallet_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker (id) ON DELETE RESTRICT,
    CONSTRAINT wallet_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employer (id) ON DELETE RESTRICT
) WITH (fillfactor = 90);

CREATE TABLE withdrawal (
    id uuid NOT NULL,
    movement_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    iban text NOT NULL,
    status text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT withdrawal_pkey PRIMARY KEY (id),
    CONSTRAINT withdrawal_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movement (id) ON DELETE RESTRICT,
    CONSTRAINT withdrawal_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker (id) ON DELETE RESTRICT
);

CREATE TABLE entry (
    id uuid NOT NULL,
    movement_id uuid NOT NULL,
    wallet_id uuid NOT NULL,
    amount bigint NOT NULL,
    created_at timestamptz NOT NULL,
    chain_number bigint NOT NULL DEFAULT 0,
    chain_digest bytea NOT NULL DEFAULT '',
    CONSTRAINT entry_pkey PRIMARY KEY (id),
    CONSTRAINT entry_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movement (id) ON DELETE RESTRICT,
    CONSTRAINT entry_wallet_id_fkey FOREIGN KEY (wallet_id) REFERENCES wallet (id) ON DELETE RESTRICT
);

CREATE TABLE payroll_line (
    id uuid NOT NULL,
    payroll_id uuid NOT NULL,
    wallet_id uuid NOT NULL,
    amount bigint NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT payroll_line_pkey PRIMARY KEY (id),
    CONSTRAINT payroll_line_payroll_id_fkey FOREIGN KEY (payroll_id) REFERENCES payroll (id) ON DELETE CASCADE,
    CONSTRAINT payroll_line_wallet_id_fkey FOREIGN KEY (wallet_id) REFERENCES wallet (id) ON DELETE RESTRICT
);

CREATE TABLE statement (
    id uuid NOT NULL,
    wallet_id uuid NOT NULL,
    month date NOT NULL,
    file text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT statement_pkey PRIMARY KEY (id),
    CONSTRAINT statement_wallet_id_fkey FOREIGN KEY (wallet_id) REFERENCES wallet (id) ON DELETE RESTRICT
);

-- Rules that the database itself enforces, whoever writes

-- “sum of Entry.amount per Movement is 0”: A constraint trigger compares at commit, when all rows of the transaction are there: one side alone cannot be committed, whoever wrote it and wherever the program died.
CREATE FUNCTION entry_amount_balances_per_movement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE touched uuid;
BEGIN
  FOREACH touched IN ARRAY ARRAY[
    CASE WHEN TG_OP <> 'DELETE' THEN NEW.movement_id END,
    CASE WHEN TG_OP <> 'INSERT' THEN OLD.movement_id END]
  LOOP
    IF (SELECT sum(x.amount) <> 0 FROM entry AS x WHERE x.movement_id = touched) THEN
      RAISE EXCEPTION 'entry of one movement do not add up to 0'
        USING ERRCODE = '23514', CONSTRAINT = 'entry_amount_balances_per_movement', TABLE = 'entry';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER entry_amount_balances_per_movement
  AFTER INSERT OR UPDATE OR DELETE ON entry
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION entry_amount_balances_per_movement();
COMMENT ON FUNCTION entry_amount_balances_per_movement() IS '“sum of Entry.amount per Movement is 0”: A constraint trigger compares at commit, when all rows of the transaction are there: one side alone cannot be committed, whoever wrote it and wherever the program died.';

-- “Entry is append only, an auditor can prove it”: Each entry is chained to the one before it of the same wallet, under a row lock the writer holds anyway; the view entry_chain_broken is empty unless a row was changed, taken out or put in. Whoever can rewrite the whole chain escapes it: hand its head to the auditor as often as that matters.
CREATE FUNCTION entry_chain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE before bytea; position bigint;
BEGIN
  SELECT entry_chain_head, entry_count_chained INTO before, position FROM wallet WHERE id = NEW.wallet_id FOR NO KEY UPDATE;
  NEW.chain_number := position + 1;
  NEW.chain_digest := sha256(before || convert_to(jsonb_build_array(NEW.chain_number,
    NEW.id,
    NEW.movement_id,
    NEW.wallet_id,
    NEW.amount,
    extract(epoch FROM NEW.created_at))::text, 'UTF8'));
  UPDATE wallet SET entry_count_chained = NEW.chain_number, entry_chain_head = NEW.chain_digest WHERE id = NEW.wallet_id;
  RETURN NEW;
END $$;
CREATE TRIGGER entry_chain
  BEFORE INSERT ON entry
  FOR EACH ROW EXECUTE FUNCTION entry_chain();
CREATE VIEW entry_chain_broken WITH (security_invoker = true) AS
WITH chained AS (
    SELECT e.*, lag(e.chain_digest, 1, ''::bytea) OVER w AS before,
           row_number() OVER w AS position
    FROM entry AS e
    WINDOW w AS (PARTITION BY e.wallet_id ORDER BY e.chain_number))
SELECT e.wallet_id, e.id
FROM chained AS e
WHERE e.chain_number <> e.position
   OR e.chain_digest <> sha256(e.before || convert_to(jsonb_build_array(e.chain_number,
    e.id, e.movement_id, e.wallet_id, e.amount, extract(epoch FROM e.created_at))::text, 'UTF8'))
UNION ALL
SELECT p.id, NULL::uuid
FROM wallet AS p
WHERE p.entry_count_chained <> (SELECT count(*) FROM entry AS e WHERE e.wallet_id = p.id)
   OR (p.entry_count_chained > 0 AND NOT EXISTS (
       SELECT 1 FROM entry AS e WHERE e.wallet_id = p.id AND e.chain_digest = p.entry_chain_head));
COMMENT ON FUNCTION entry_chain() IS '“Entry is append only, an auditor can prove it”: Each entry is chained to the one before it of the same wallet, under a row lock the writer holds anyway; the view entry_chain_broken is empty unless a row was changed, taken out or put in. Whoever can rewrite the whole chain escapes it: hand its head to the auditor as often as that matters.';

-- “Entry is append only, an auditor can prove it”: A trigger refuses UPDATE and DELETE, the table's owner's too; the application's role is not granted either, nor TRUNCATE. An owner who takes the trigger away is found out by the chain.
CREATE FUNCTION entry_is_append_only() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'entry is append only'
    USING ERRCODE = '23514', CONSTRAINT = 'entry_is_append_only', TABLE = 'entry';
END $$;
CREATE TRIGGER entry_is_append_only
  BEFORE UPDATE OR DELETE ON entry
  FOR EACH ROW EXECUTE FUNCTION entry_is_append_only();
COMMENT ON FUNCTION entry_is_append_only() IS '“Entry is append only, an auditor can prove it”: A trigger refuses UPDATE and DELETE, the table''s owner''s too; the application''s role is not granted either, nor TRUNCATE. An owner who takes the trigger away is found out by the chain.';

-- The words of FraudRule.kind as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE fraud_rule ADD CONSTRAINT fraud_rule_kind_check CHECK (kind IN ('amount', 'frequency', 'new device'));

-- The words of Movement.purpose as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE movement ADD CONSTRAINT movement_purpose_check CHECK (purpose IN ('top up', 'payment', 'bill', 'withdrawal'));

-- The words of Payroll.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE payroll ADD CONSTRAINT payroll_status_check CHECK (status IN ('received', 'posted'));

-- “Wallet.balance equals sum of Entry.amount”: A trigger adds each entry to its wallet in the same transaction, under the row lock; another refuses every other change of the balance.
CREATE FUNCTION add_entry_to_wallet_balance() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE wallet SET balance = balance - OLD.amount WHERE id = OLD.wallet_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE wallet SET balance = balance + NEW.amount WHERE id = NEW.wallet_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER add_entry_to_wallet_balance
  AFTER INSERT OR DELETE OR UPDATE ON entry
  FOR EACH ROW EXECUTE FUNCTION add_entry_to_wallet_balance();
CREATE FUNCTION wallet_balance_is_kept() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.balance = 0 THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.balance = OLD.balance OR pg_trigger_depth() > 1) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'wallet.balance is the sum of its entries and is not set by hand'
    USING ERRCODE = '23514', CONSTRAINT = 'wallet_balance_is_kept', TABLE = 'wallet';
END $$;
CREATE TRIGGER wallet_balance_is_kept
  BEFORE INSERT OR UPDATE OF balance ON wallet
  FOR EACH ROW EXECUTE FUNCTION wallet_balance_is_kept();
COMMENT ON FUNCTION add_entry_to_wallet_balance() IS '“Wallet.balance equals sum of Entry.amount”: A trigger adds each entry to its wallet in the same transaction, under the row lock; another refuses every other change of the balance.';
COMMENT ON FUNCTION wallet_balance_is_kept() IS '“Wallet.balance equals sum of Entry.amount”: A trigger adds each entry to its wallet in the same transaction, under the row lock; another refuses every other change of the balance.';

-- “Wallet.balance never below 0 when kind = worker”: A check on the row holds at every commit, whoever writes and however many at once.
ALTER TABLE wallet ADD CONSTRAINT wallet_balance_min_worker CHECK (NOT (kind = 'worker') OR balance >= 0);

-- The words of Wallet.kind as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE wallet ADD CONSTRAINT wallet_kind_check CHECK (kind IN ('worker', 'employer', 'biller', 'bank'));

-- The words of Withdrawal.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE withdrawal ADD CONSTRAINT withdrawal_status_check CHECK (status IN ('requested', 'sent', 'settled', 'returned'));

-- “Withdrawal.status: requested -> sent; sent -> settled; sent -> returned”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.
CREATE FUNCTION withdrawal_status_moves() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'requested' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('requested', 'sent'), ('sent', 'settled'), ('sent', 'returned')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'withdrawal.status may not become %', NEW.status
    USING ERRCODE = '23514', CONSTRAINT = 'withdrawal_status_moves', TABLE = 'withdrawal';
END $$;
CREATE TRIGGER withdrawal_status_moves
  BEFORE INSERT OR UPDATE OF status ON withdrawal
  FOR EACH ROW EXECUTE FUNCTION withdrawal_status_moves();
COMMENT ON FUNCTION withdrawal_status_moves() IS '“Withdrawal.status: requested -> sent; sent -> settled; sent -> returned”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.';

-- Indexes, each with the statements it is for

-- serves reference-check-entry-movement-id
CREATE INDEX entry_movement_id_idx ON entry (movement_id);

-- serves list-the-entries-of-a-wallet-1-read, reference-check-entry-wallet-id, see-my-entries-1-read
CREATE INDEX entry_wallet_id_created_at_id_idx ON entry (wallet_id, created_at, id);

-- serves tell-banking-partner-of-withdraw-to-my-bank-account-1-take
CREATE INDEX outbox_message_topic_not_before_id_idx ON outbox_message (topic, not_before, id);

-- serves reference-check-payroll-employer-id
CREATE INDEX payroll_employer_id_idx ON payroll (employer_id);

-- serves reference-check-payroll-line-payroll-id
CREATE INDEX payroll_line_payroll_id_idx ON payroll_line (payroll_id);

-- serves reference-check-payroll-line-wallet-id
CREATE INDEX payroll_line_wallet_id_idx ON payroll_line (wallet_id);

-- serves delete-statements-after-10-years-1-delete
CREATE INDEX statement_created_at_idx ON statement (created_at);

-- serves reference-check-statement-wallet-id
CREATE INDEX statement_wallet_id_idx ON statement (wallet_id);

-- serves reference-check-wallet-employer-id
CREATE INDEX wallet_employer_id_idx ON wallet (employer_id);

-- serves reference-check-wallet-worker-id, see-my-balance-1-read
CREATE INDEX wallet_worker_id_created_at_id_idx ON wallet (worker_id, created_at, id);

-- serves reference-check-withdrawal-movement-id
CREATE INDEX withdrawal_movement_id_idx ON withdrawal (movement_id);

-- serves reference-check-withdrawal-worker-id
CREATE INDEX withdrawal_worker_id_idx ON withdrawal (worker_id);

-- What each table and column is
COMMENT ON TABLE employer IS 'Employer, brief line 20';
COMMENT ON COLUMN employer.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN employer.name IS 'Employer.name';
COMMENT ON COLUMN employer.created_at IS 'when the row was written';
COMMENT ON TABLE fraud_rule IS 'FraudRule, brief line 53';
COMMENT ON COLUMN fraud_rule.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN fraud_rule.kind IS 'FraudRule.kind';
COMMENT ON COLUMN fraud_rule.threshold IS 'FraudRule.threshold';
COMMENT ON COLUMN fraud_rule.active IS 'FraudRule.active';
COMMENT ON COLUMN fraud_rule.created_at IS 'when the row was written';
COMMENT ON TABLE movement IS 'Movement, brief line 27';
COMMENT ON COLUMN movement.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN movement.purpose IS 'Movement.purpose';
COMMENT ON COLUMN movement.amount IS 'minor units (cents)';
COMMENT ON COLUMN movement.reference IS 'Movement.reference';
COMMENT ON COLUMN movement.created_at IS 'when the row was written';
COMMENT ON TABLE outbox_message IS 'OutboxMessage, derived';
COMMENT ON COLUMN outbox_message.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN outbox_message.topic IS 'OutboxMessage.topic';
COMMENT ON COLUMN outbox_message.subject IS 'OutboxMessage.subject';
COMMENT ON COLUMN outbox_message.attempts IS 'OutboxMessage.attempts';
COMMENT ON COLUMN outbox_message.not_before IS 'OutboxMessage.not before';
COMMENT ON COLUMN outbox_message.created_at IS 'when the row was written';
COMMENT ON TABLE worker IS 'Worker, brief line 13';
COMMENT ON COLUMN worker.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN worker.name IS 'personal';
COMMENT ON COLUMN worker.email IS 'personal';
COMMENT ON COLUMN worker.born_on IS 'personal';
COMMENT ON COLUMN worker.adult IS 'Worker.adult';
COMMENT ON COLUMN worker.created_at IS 'when the row was written';
COMMENT ON TABLE payroll IS 'Payroll, brief line 43';
COMMENT ON COLUMN payroll.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN payroll.employer_id IS 'the employer it belongs to';
COMMENT ON COLUMN payroll.name IS 'Payroll.name';
COMMENT ON COLUMN payroll.status IS 'Payroll.status';
COMMENT ON COLUMN payroll.created_at IS 'when the row was written';
COMMENT ON TABLE wallet IS 'Wallet, brief line 22';
COMMENT ON COLUMN wallet.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN wallet.worker_id IS 'the worker it belongs to';
COMMENT ON COLUMN wallet.employer_id IS 'the employer it belongs to';
COMMENT ON COLUMN wallet.kind IS 'Wallet.kind';
COMMENT ON COLUMN wallet.balance IS 'kept by trigger add_entry_to_wallet_balance: “Wallet.balance equals sum of Entry.amount”';
COMMENT ON COLUMN wallet.created_at IS 'when the row was written';
COMMENT ON COLUMN wallet.entry_count_chained IS 'length of its chain of entries';
COMMENT ON COLUMN wallet.entry_chain_head IS 'last digest of that chain';
COMMENT ON TABLE withdrawal IS 'Withdrawal, brief line 38';
COMMENT ON COLUMN withdrawal.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN withdrawal.movement_id IS 'the movement it belongs to';
COMMENT ON COLUMN withdrawal.worker_id IS 'the worker it belongs to';
COMMENT ON COLUMN withdrawal.iban IS 'payment';
COMMENT ON COLUMN withdrawal.status IS 'Withdrawal.status';
COMMENT ON COLUMN withdrawal.created_at IS 'when the row was written';
COMMENT ON TABLE entry IS 'Entry, brief line 33';
COMMENT ON COLUMN entry.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN entry.movement_id IS 'the movement it belongs to';
COMMENT ON COLUMN entry.wallet_id IS 'the wallet it belongs to';
COMMENT ON COLUMN entry.amount IS 'minor units (cents)';
COMMENT ON COLUMN entry.created_at IS 'when the row was written';
COMMENT ON COLUMN entry.chain_number IS 'position in the chain of its wallet, from 1';
COMMENT ON COLUMN entry.chain_digest IS 'SHA-256 over the digest before it and this row';
COMMENT ON TABLE payroll_line IS 'PayrollLine, brief line 48';
COMMENT ON COLUMN payroll_line.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN payroll_line.payroll_id IS 'the payroll it is part of';
COMMENT ON COLUMN payroll_line.wallet_id IS 'the wallet it belongs to';
COMMENT ON COLUMN payroll_line.amount IS 'minor units (cents)';
COMMENT ON COLUMN payroll_line.created_at IS 'when the row was written';
COMMENT ON TABLE statement IS 'Statement, brief line 58';
COMMENT ON COLUMN statement.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN statement.wallet_id IS 'the wallet it belongs to';
COMMENT ON COLUMN statement.month IS 'Statement.month';
COMMENT ON COLUMN statement.file IS 'Statement.file';
COMMENT ON COLUMN statement.created_at IS 'when the row was written';
COMMIT;
