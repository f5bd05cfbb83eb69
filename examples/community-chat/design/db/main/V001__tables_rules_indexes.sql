-- Community chat: tables, rules, indexes. PostgreSQL 15 or later.
-- Once published, this file is never edited: changes come as V003 and later.

BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE community (
    id uuid NOT NULL,
    name text NOT NULL,
    keep_messages interval,
    created_at timestamptz NOT NULL,
    CONSTRAINT community_pkey PRIMARY KEY (id)
);

CREATE TABLE member (
    id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT member_pkey PRIMARY KEY (id)
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

CREATE TABLE block (
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    blocked uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT block_pkey PRIMARY KEY (id),
    CONSTRAINT block_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE RESTRICT
);

CREATE TABLE channel (
    id uuid NOT NULL,
    community_id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT channel_pkey PRIMARY KEY (id),
    CONSTRAINT channel_community_id_fkey FOREIGN KEY (community_id) REFERENCES community (id) ON DELETE RESTRICT
);

CREATE TABLE direct_message (
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    "to" uuid NOT NULL,
    text text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT direct_message_pkey PRIMARY KEY (id),
    CONSTRAINT direct_message_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE RESTRICT
);

CREATE TABLE membership (
    id uuid NOT NULL,
    community_id uuid NOT NULL,
    member_id uuid NOT NULL,
    role text NOT NULL,
    status text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT membership_pkey PRIMARY KEY (id),
    CONSTRAINT membership_community_id_fkey FOREIGN KEY (community_id) REFERENCES community (id) ON DELETE RESTRICT,
    CONSTRAINT membership_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE RESTRICT
);

CREATE TABLE message (
    id uuid NOT NULL,
    channel_id uuid NOT NULL,
    member_id uuid NOT NULL,
    text text NOT NULL,
    status text NOT NULL,
    created_at timestamptz NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce(text, ''))) STORED,
    CONSTRAINT message_pkey PRIMARY KEY (id),
    CONSTRAINT message_channel_id_fkey FOREIGN KEY (channel_id) REFERENCES channel (id) ON DELETE RESTRICT,
    CONSTRAINT message_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE RESTRICT
);

CREATE TABLE picture (
    id uuid NOT NULL,
    message_id uuid NOT NULL,
    file text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT picture_pkey PRIMARY KEY (id),
    CONSTRAINT picture_message_id_fkey FOREIGN KEY (message_id) REFERENCES message (id) ON DELETE CASCADE
);

CREATE TABLE reaction (
    id uuid NOT NULL,
    message_id uuid NOT NULL,
    member_id uuid NOT NULL,
    emoji text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT reaction_pkey PRIMARY KEY (id),
    CONSTRAINT reaction_message_id_fkey FOREIGN KEY (message_id) REFERENCES message (id) ON DELETE RESTRICT,
    CONSTRAINT reaction_member_id_fkey FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE RESTRICT
);

-- Rules that the database itself enforces, whoever writes

-- The words of Membership.role as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE membership ADD CONSTRAINT membership_role_check CHECK (role IN ('member', 'moderator'));

-- The words of Membership.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE membership ADD CONSTRAINT membership_status_check CHECK (status IN ('active', 'banned'));

-- “Membership.status: active -> banned”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.
CREATE FUNCTION membership_status_moves() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'active' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('active', 'banned')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'membership.status may not become %', NEW.status
    USING ERRCODE = '23514', CONSTRAINT = 'membership_status_moves', TABLE = 'membership';
END $$;
CREATE TRIGGER membership_status_moves
  BEFORE INSERT OR UPDATE OF status ON membership
  FOR EACH ROW EXECUTE FUNCTION membership_status_moves();
COMMENT ON FUNCTION membership_status_moves() IS '“Membership.status: active -> banned”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.';

-- The words of Message.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE message ADD CONSTRAINT message_status_check CHECK (status IN ('sent', 'removed'));

-- “Message.status: sent -> removed”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.
CREATE FUNCTION message_status_moves() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'sent' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('sent', 'removed')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'message.status may not become %', NEW.status
    USING ERRCODE = '23514', CONSTRAINT = 'message_status_moves', TABLE = 'message';
END $$;
CREATE TRIGGER message_status_moves
  BEFORE INSERT OR UPDATE OF status ON message
  FOR EACH ROW EXECUTE FUNCTION message_status_moves();
COMMENT ON FUNCTION message_status_moves() IS '“Message.status: sent -> removed”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.';

-- Indexes, each with the statements it is for

-- serves reference-check-block-member-id
CREATE INDEX block_member_id_idx ON block (member_id);

-- serves reference-check-channel-community-id
CREATE INDEX channel_community_id_idx ON channel (community_id);

-- “unique Channel.name per Community”: A unique index refuses the second row whoever writes it.
-- serves no statement but its rule
CREATE UNIQUE INDEX channel_name_community_id_key ON channel (name, community_id);

-- serves reference-check-direct-message-member-id
CREATE INDEX direct_message_member_id_idx ON direct_message (member_id);

-- serves reference-check-membership-member-id
CREATE INDEX membership_member_id_idx ON membership (member_id);

-- “at most 1 Membership per Community per Member”: A unique index leaves room for one.
-- serves get-what-was-missed-1-read, reference-check-membership-community-id, send-a-message-1-insert, send-a-message-2-why
CREATE UNIQUE INDEX membership_one_per_community_member ON membership (community_id, member_id);

-- serves get-what-was-missed-1-read, reference-check-message-channel-id
CREATE INDEX message_channel_id_created_at_id_idx ON message (channel_id, created_at, id);

-- serves reference-check-message-member-id
CREATE INDEX message_member_id_idx ON message (member_id);

-- serves search-messages-1-read
CREATE INDEX message_search_idx ON message USING gin (search);

-- serves push-to-whoever-is-mentioned-1-take
CREATE INDEX outbox_message_topic_not_before_id_idx ON outbox_message (topic, not_before, id);

-- serves reference-check-picture-message-id
CREATE INDEX picture_message_id_idx ON picture (message_id);

-- serves reference-check-reaction-member-id
CREATE INDEX reaction_member_id_idx ON reaction (member_id);

-- “at most 1 Reaction per Message per Member”: A unique index leaves room for one.
-- serves reference-check-reaction-message-id
CREATE UNIQUE INDEX reaction_one_per_message_member ON reaction (message_id, member_id);

-- What each table and column is
COMMENT ON TABLE community IS 'Community, brief line 9';
COMMENT ON COLUMN community.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN community.name IS 'Community.name';
COMMENT ON COLUMN community.keep_messages IS 'Community.keepMessages';
COMMENT ON COLUMN community.created_at IS 'when the row was written';
COMMENT ON TABLE member IS 'Member, brief line 12';
COMMENT ON COLUMN member.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN member.name IS 'personal';
COMMENT ON COLUMN member.email IS 'personal';
COMMENT ON COLUMN member.created_at IS 'when the row was written';
COMMENT ON TABLE outbox_message IS 'OutboxMessage, derived';
COMMENT ON COLUMN outbox_message.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN outbox_message.topic IS 'OutboxMessage.topic';
COMMENT ON COLUMN outbox_message.subject IS 'OutboxMessage.subject';
COMMENT ON COLUMN outbox_message.attempts IS 'OutboxMessage.attempts';
COMMENT ON COLUMN outbox_message.not_before IS 'OutboxMessage.not before';
COMMENT ON COLUMN outbox_message.created_at IS 'when the row was written';
COMMENT ON TABLE block IS 'Block, brief line 37';
COMMENT ON COLUMN block.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN block.member_id IS 'the member it belongs to';
COMMENT ON COLUMN block.blocked IS 'Block.blocked';
COMMENT ON COLUMN block.created_at IS 'when the row was written';
COMMENT ON TABLE channel IS 'Channel, brief line 21';
COMMENT ON COLUMN channel.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN channel.community_id IS 'the community it belongs to';
COMMENT ON COLUMN channel.name IS 'Channel.name';
COMMENT ON COLUMN channel.created_at IS 'when the row was written';
COMMENT ON TABLE direct_message IS 'DirectMessage, brief line 40';
COMMENT ON COLUMN direct_message.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN direct_message.member_id IS 'the member it belongs to';
COMMENT ON COLUMN direct_message."to" IS 'DirectMessage.to';
COMMENT ON COLUMN direct_message.text IS 'personal';
COMMENT ON COLUMN direct_message.created_at IS 'when the row was written';
COMMENT ON TABLE membership IS 'Membership, brief line 15';
COMMENT ON COLUMN membership.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN membership.community_id IS 'the community it belongs to';
COMMENT ON COLUMN membership.member_id IS 'the member it belongs to';
COMMENT ON COLUMN membership.role IS 'Membership.role';
COMMENT ON COLUMN membership.status IS 'Membership.status';
COMMENT ON COLUMN membership.created_at IS 'when the row was written';
COMMENT ON TABLE message IS 'Message, brief line 25';
COMMENT ON COLUMN message.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN message.channel_id IS 'the channel it belongs to';
COMMENT ON COLUMN message.member_id IS 'the member it belongs to';
COMMENT ON COLUMN message.text IS 'personal';
COMMENT ON COLUMN message.status IS 'Message.status';
COMMENT ON COLUMN message.created_at IS 'when the row was written';
COMMENT ON COLUMN message.search IS 'words of text, kept by the database';
COMMENT ON TABLE picture IS 'Picture, brief line 30';
COMMENT ON COLUMN picture.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN picture.message_id IS 'the message it is part of';
COMMENT ON COLUMN picture.file IS 'Picture.file';
COMMENT ON COLUMN picture.created_at IS 'when the row was written';
COMMENT ON TABLE reaction IS 'Reaction, brief line 34';
COMMENT ON COLUMN reaction.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN reaction.message_id IS 'the message it belongs to';
COMMENT ON COLUMN reaction.member_id IS 'the member it belongs to';
COMMENT ON COLUMN reaction.emoji IS 'Reaction.emoji';
COMMENT ON COLUMN reaction.created_at IS 'when the row was written';
COMMIT;
