-- Helpdesk: tables, rules, indexes. PostgreSQL 15 or later.
-- Once published, this file is never edited: changes come as V003 and later.

BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';

-- For which company the transaction is; nothing before it has said so. An empty text is what a pooled
-- connection has left of an earlier transaction.
CREATE FUNCTION current_company_id() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(pg_catalog.current_setting('app.company_id', true), '')::uuid;
COMMENT ON FUNCTION current_company_id() IS 'the company for which this transaction is';

CREATE TABLE company (
    id uuid NOT NULL,
    name text NOT NULL,
    region text NOT NULL,
    issuer text,
    created_at timestamptz NOT NULL,
    CONSTRAINT company_pkey PRIMARY KEY (id)
);

CREATE TABLE customer (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    email text NOT NULL,
    name text,
    created_at timestamptz NOT NULL,
    CONSTRAINT customer_pkey PRIMARY KEY (id),
    CONSTRAINT customer_company_id_id_key UNIQUE (company_id, id),
    CONSTRAINT customer_company_id_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT
);

CREATE TABLE "group" (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT group_pkey PRIMARY KEY (id),
    CONSTRAINT group_company_id_id_key UNIQUE (company_id, id),
    CONSTRAINT group_company_id_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT
);

CREATE TABLE outbox_message (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    topic text NOT NULL,
    subject uuid NOT NULL,
    attempts bigint NOT NULL,
    not_before timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT outbox_message_pkey PRIMARY KEY (id),
    CONSTRAINT outbox_message_company_id_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT
);

CREATE TABLE target (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    priority text NOT NULL,
    first_reply interval NOT NULL,
    solution interval NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT target_pkey PRIMARY KEY (id),
    CONSTRAINT target_company_id_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT
);

CREATE TABLE agent (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    group_id uuid,
    name text NOT NULL,
    email text NOT NULL,
    active boolean NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT agent_pkey PRIMARY KEY (id),
    CONSTRAINT agent_company_id_id_key UNIQUE (company_id, id),
    CONSTRAINT agent_company_id_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT,
    CONSTRAINT agent_group_id_fkey FOREIGN KEY (company_id, group_id) REFERENCES "group" (company_id, id) ON DELETE RESTRICT
);

CREATE TABLE ticket (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    agent_id uuid,
    group_id uuid,
    subject text NOT NULL,
    status text NOT NULL,
    priority text NOT NULL,
    due_at timestamptz NOT NULL,
    solved_at timestamptz,
    stars bigint,
    created_at timestamptz NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce(subject, ''))) STORED,
    CONSTRAINT ticket_pkey PRIMARY KEY (id),
    CONSTRAINT ticket_company_id_id_key UNIQUE (company_id, id),
    CONSTRAINT ticket_customer_id_fkey FOREIGN KEY (company_id, customer_id) REFERENCES customer (company_id, id) ON DELETE RESTRICT,
    CONSTRAINT ticket_agent_id_fkey FOREIGN KEY (company_id, agent_id) REFERENCES agent (company_id, id) ON DELETE RESTRICT,
    CONSTRAINT ticket_group_id_fkey FOREIGN KEY (company_id, group_id) REFERENCES "group" (company_id, id) ON DELETE RESTRICT
);

CREATE TABLE message (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    ticket_id uuid NOT NULL,
    mail_id text NOT NULL,
    body text NOT NULL,
    direction text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT message_pkey PRIMARY KEY (id),
    CONSTRAINT message_company_id_id_key UNIQUE (company_id, id),
    CONSTRAINT message_ticket_id_fkey FOREIGN KEY (company_id, ticket_id) REFERENCES ticket (company_id, id) ON DELETE CASCADE
);

CREATE TABLE warning (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    ticket_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT warning_pkey PRIMARY KEY (id),
    CONSTRAINT warning_ticket_id_fkey FOREIGN KEY (company_id, ticket_id) REFERENCES ticket (company_id, id) ON DELETE CASCADE
);

CREATE TABLE attachment (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    message_id uuid NOT NULL,
    name text NOT NULL,
    file text NOT NULL,
    bytes bigint NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT attachment_pkey PRIMARY KEY (id),
    CONSTRAINT attachment_message_id_fkey FOREIGN KEY (company_id, message_id) REFERENCES message (company_id, id) ON DELETE CASCADE
);

-- Rules that the database itself enforces, whoever writes

-- The words of Company.region as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE company ADD CONSTRAINT company_region_check CHECK (region IN ('eu', 'us'));

-- The words of Message.direction as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE message ADD CONSTRAINT message_direction_check CHECK (direction IN ('in', 'out'));

-- The words of Target.priority as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE target ADD CONSTRAINT target_priority_check CHECK (priority IN ('low', 'normal', 'high', 'urgent'));

-- The words of Ticket.priority as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE ticket ADD CONSTRAINT ticket_priority_check CHECK (priority IN ('low', 'normal', 'high', 'urgent'));

-- The words of Ticket.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE ticket ADD CONSTRAINT ticket_status_check CHECK (status IN ('open', 'pending', 'solved'));

-- “Ticket.status: open -> pending -> open; open/pending -> solved”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.
CREATE FUNCTION ticket_status_moves() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'open' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('open', 'pending'), ('open', 'solved'), ('pending', 'open'), ('pending', 'solved')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'ticket.status may not become %', NEW.status
    USING ERRCODE = '23514', CONSTRAINT = 'ticket_status_moves', TABLE = 'ticket';
END $$;
CREATE TRIGGER ticket_status_moves
  BEFORE INSERT OR UPDATE OF status ON ticket
  FOR EACH ROW EXECUTE FUNCTION ticket_status_moves();
COMMENT ON FUNCTION ticket_status_moves() IS '“Ticket.status: open -> pending -> open; open/pending -> solved”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.';

-- Indexes, each with the statements it is for

-- “unique Agent.email per Company”: A unique index refuses the second row whoever writes it.
-- serves no statement but its rule
CREATE UNIQUE INDEX agent_company_id_email_key ON agent (company_id, email);

-- serves reference-check-agent-group-id
CREATE INDEX agent_company_id_group_id_idx ON agent (company_id, group_id);

-- serves reference-check-attachment-message-id
CREATE INDEX attachment_company_id_message_id_idx ON attachment (company_id, message_id);

-- serves delete-attachments-after-2-years-1-delete
CREATE INDEX attachment_created_at_idx ON attachment (created_at);

-- “unique Message.mailId per Company”: A unique index refuses the second row whoever writes it.
-- serves no statement but its rule
CREATE UNIQUE INDEX message_company_id_mail_id_key ON message (company_id, mail_id);

-- serves open-a-ticket-1-read, reference-check-message-ticket-id
CREATE INDEX message_company_id_ticket_id_created_at_id_idx ON message (company_id, ticket_id, created_at, id);

-- serves reference-check-outbox-message-company-id
CREATE INDEX outbox_message_company_id_idx ON outbox_message (company_id);

-- serves tell-mail-of-receive-an-e-mail-1-take, tell-mail-of-reply-to-a-ticket-1-take
CREATE INDEX outbox_message_topic_not_before_id_idx ON outbox_message (topic, not_before, id);

-- “unique Target.priority per Company”: A unique index refuses the second row whoever writes it.
-- serves reference-check-target-company-id
CREATE UNIQUE INDEX target_company_id_priority_key ON target (company_id, priority);

-- serves reference-check-ticket-agent-id, see-my-open-tickets-1-read
CREATE INDEX ticket_company_id_agent_id_status_due_at_id_idx ON ticket (company_id, agent_id, status, due_at, id);

-- serves export-everything-we-own-1-read
CREATE INDEX ticket_company_id_created_at_id_idx ON ticket (company_id, created_at, id);

-- serves reference-check-ticket-customer-id, see-my-tickets-1-read
CREATE INDEX ticket_company_id_customer_id_due_at_id_idx ON ticket (company_id, customer_id, due_at, id);

-- serves reference-check-ticket-group-id
CREATE INDEX ticket_company_id_group_id_idx ON ticket (company_id, group_id);

-- serves delete-tickets-after-7-years-1-delete
CREATE INDEX ticket_created_at_idx ON ticket (created_at);

-- serves search-tickets-1-read
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX ticket_search_idx ON ticket USING gin (company_id, search);

-- serves warn-before-a-target-is-missed-1-due
CREATE INDEX ticket_status_due_at_id_idx ON ticket (status, due_at, id);

-- “at most 1 Warning per Ticket”: A unique index leaves room for one.
-- serves reference-check-warning-ticket-id, warn-before-a-target-is-missed-1-due
CREATE UNIQUE INDEX warning_one_per_ticket ON warning (company_id, ticket_id);

-- “no Company sees another Company's data”: row-level security, for everybody but the owner. The comparison is
-- leak-proof, so that an index can begin with it.

ALTER TABLE agent ENABLE ROW LEVEL SECURITY;
CREATE POLICY agent_of_one_company ON agent
    USING (company_id = current_company_id());

ALTER TABLE attachment ENABLE ROW LEVEL SECURITY;
CREATE POLICY attachment_of_one_company ON attachment
    USING (company_id = current_company_id());

ALTER TABLE company ENABLE ROW LEVEL SECURITY;
CREATE POLICY company_of_one_company ON company
    USING (id = current_company_id());

ALTER TABLE customer ENABLE ROW LEVEL SECURITY;
CREATE POLICY customer_of_one_company ON customer
    USING (company_id = current_company_id());

ALTER TABLE "group" ENABLE ROW LEVEL SECURITY;
CREATE POLICY group_of_one_company ON "group"
    USING (company_id = current_company_id());

ALTER TABLE message ENABLE ROW LEVEL SECURITY;
CREATE POLICY message_of_one_company ON message
    USING (company_id = current_company_id());

ALTER TABLE outbox_message ENABLE ROW LEVEL SECURITY;
CREATE POLICY outbox_message_of_one_company ON outbox_message
    USING (company_id = current_company_id());

ALTER TABLE target ENABLE ROW LEVEL SECURITY;
CREATE POLICY target_of_one_company ON target
    USING (company_id = current_company_id());

ALTER TABLE ticket ENABLE ROW LEVEL SECURITY;
CREATE POLICY ticket_of_one_company ON ticket
    USING (company_id = current_company_id());

ALTER TABLE warning ENABLE ROW LEVEL SECURITY;
CREATE POLICY warning_of_one_company ON warning
    USING (company_id = current_company_id());

-- Search tickets: full-text match over subject, one page by keyset. In a function of the owner that names the company itself: such a comparison is not leak-proof, and under row-level security it would come last, row by row.
CREATE FUNCTION search_tickets(p_q text, p_after_subject text, p_after_id uuid, p_limit bigint)
RETURNS TABLE (id uuid, subject text, status text, priority text, due_at timestamptz, solved_at timestamptz, stars bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
SELECT ticket.id,
       ticket.subject,
       ticket.status,
       ticket.priority,
       ticket.due_at,
       ticket.solved_at,
       ticket.stars
FROM ticket
WHERE ticket.company_id = current_company_id()
  AND ticket.search @@ websearch_to_tsquery('simple', p_q)
  AND (ticket.subject, ticket.id) > (p_after_subject, p_after_id)
ORDER BY ticket.subject, ticket.id
LIMIT p_limit
$$;
REVOKE ALL ON FUNCTION search_tickets(text, text, uuid, bigint) FROM PUBLIC;
COMMENT ON FUNCTION search_tickets(text, text, uuid, bigint) IS 'Search tickets: full-text match over subject, one page by keyset. In a function of the owner that names the company itself: such a comparison is not leak-proof, and under row-level security it would come last, row by row.';

-- What each table and column is
COMMENT ON TABLE company IS 'Company, brief line 13';
COMMENT ON COLUMN company.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN company.name IS 'Company.name';
COMMENT ON COLUMN company.region IS 'Company.region';
COMMENT ON COLUMN company.issuer IS 'Company.issuer';
COMMENT ON COLUMN company.created_at IS 'when the row was written';
COMMENT ON TABLE customer IS 'Customer, brief line 32';
COMMENT ON COLUMN customer.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN customer.company_id IS 'the company it belongs to';
COMMENT ON COLUMN customer.email IS 'personal';
COMMENT ON COLUMN customer.name IS 'personal';
COMMENT ON COLUMN customer.created_at IS 'when the row was written';
COMMENT ON TABLE "group" IS 'Group, brief line 20';
COMMENT ON COLUMN "group".id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN "group".company_id IS 'the company it belongs to';
COMMENT ON COLUMN "group".name IS 'Group.name';
COMMENT ON COLUMN "group".created_at IS 'when the row was written';
COMMENT ON TABLE outbox_message IS 'OutboxMessage, derived';
COMMENT ON COLUMN outbox_message.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN outbox_message.company_id IS 'the company it belongs to';
COMMENT ON COLUMN outbox_message.topic IS 'OutboxMessage.topic';
COMMENT ON COLUMN outbox_message.subject IS 'OutboxMessage.subject';
COMMENT ON COLUMN outbox_message.attempts IS 'OutboxMessage.attempts';
COMMENT ON COLUMN outbox_message.not_before IS 'OutboxMessage.not before';
COMMENT ON COLUMN outbox_message.created_at IS 'when the row was written';
COMMENT ON TABLE target IS 'Target, brief line 36';
COMMENT ON COLUMN target.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN target.company_id IS 'the company it belongs to';
COMMENT ON COLUMN target.priority IS 'Target.priority';
COMMENT ON COLUMN target.first_reply IS 'Target.firstReply';
COMMENT ON COLUMN target.solution IS 'Target.solution';
COMMENT ON COLUMN target.created_at IS 'when the row was written';
COMMENT ON TABLE agent IS 'Agent, brief line 24';
COMMENT ON COLUMN agent.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN agent.company_id IS 'the company it belongs to';
COMMENT ON COLUMN agent.group_id IS 'the group it belongs to';
COMMENT ON COLUMN agent.name IS 'personal';
COMMENT ON COLUMN agent.email IS 'personal';
COMMENT ON COLUMN agent.active IS 'Agent.active';
COMMENT ON COLUMN agent.created_at IS 'when the row was written';
COMMENT ON TABLE ticket IS 'Ticket, brief line 40';
COMMENT ON COLUMN ticket.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN ticket.company_id IS 'the company whose row this is; row-level security compares it';
COMMENT ON COLUMN ticket.customer_id IS 'the customer it belongs to';
COMMENT ON COLUMN ticket.agent_id IS 'the agent it belongs to';
COMMENT ON COLUMN ticket.group_id IS 'the group it belongs to';
COMMENT ON COLUMN ticket.subject IS 'personal';
COMMENT ON COLUMN ticket.status IS 'Ticket.status';
COMMENT ON COLUMN ticket.priority IS 'Ticket.priority';
COMMENT ON COLUMN ticket.due_at IS 'Ticket.dueAt';
COMMENT ON COLUMN ticket.solved_at IS 'Ticket.solvedAt';
COMMENT ON COLUMN ticket.stars IS 'Ticket.stars';
COMMENT ON COLUMN ticket.created_at IS 'when the row was written';
COMMENT ON COLUMN ticket.search IS 'words of subject, kept by the database';
COMMENT ON TABLE message IS 'Message, brief line 50';
COMMENT ON COLUMN message.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN message.company_id IS 'the company whose row this is; row-level security compares it';
COMMENT ON COLUMN message.ticket_id IS 'the ticket it is part of';
COMMENT ON COLUMN message.mail_id IS 'Message.mailId';
COMMENT ON COLUMN message.body IS 'personal';
COMMENT ON COLUMN message.direction IS 'Message.direction';
COMMENT ON COLUMN message.created_at IS 'when the row was written';
COMMENT ON TABLE warning IS 'Warning, brief line 63';
COMMENT ON COLUMN warning.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN warning.company_id IS 'the company whose row this is; row-level security compares it';
COMMENT ON COLUMN warning.ticket_id IS 'the ticket it is part of';
COMMENT ON COLUMN warning.created_at IS 'when the row was written';
COMMENT ON TABLE attachment IS 'Attachment, brief line 57';
COMMENT ON COLUMN attachment.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN attachment.company_id IS 'the company whose row this is; row-level security compares it';
COMMENT ON COLUMN attachment.message_id IS 'the message it is part of';
COMMENT ON COLUMN attachment.name IS 'Attachment.name';
COMMENT ON COLUMN attachment.file IS 'Attachment.file';
COMMENT ON COLUMN attachment.bytes IS 'Attachment.bytes';
COMMENT ON COLUMN attachment.created_at IS 'when the row was written';
COMMIT;
