-- Food delivery: tables, rules, indexes. PostgreSQL 15 or later.
-- Once published, this file is never edited: changes come as V003 and later.

BEGIN;
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';

CREATE TABLE city (
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT city_pkey PRIMARY KEY (id)
);

CREATE TABLE consumer (
    id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT consumer_pkey PRIMARY KEY (id)
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

CREATE TABLE courier (
    id uuid NOT NULL,
    city_id uuid NOT NULL,
    name text NOT NULL,
    on_duty boolean NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT courier_pkey PRIMARY KEY (id),
    CONSTRAINT courier_city_id_fkey FOREIGN KEY (city_id) REFERENCES city (id) ON DELETE RESTRICT
);

CREATE TABLE restaurant (
    id uuid NOT NULL,
    city_id uuid NOT NULL,
    name text NOT NULL,
    location point NOT NULL,
    open boolean NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT restaurant_pkey PRIMARY KEY (id),
    CONSTRAINT restaurant_city_id_fkey FOREIGN KEY (city_id) REFERENCES city (id) ON DELETE RESTRICT
);

CREATE TABLE menu_item (
    id uuid NOT NULL,
    restaurant_id uuid NOT NULL,
    name text NOT NULL,
    price bigint NOT NULL,
    available boolean NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT menu_item_pkey PRIMARY KEY (id),
    CONSTRAINT menu_item_restaurant_id_fkey FOREIGN KEY (restaurant_id) REFERENCES restaurant (id) ON DELETE CASCADE
);

CREATE TABLE opening_hour (
    id uuid NOT NULL,
    restaurant_id uuid NOT NULL,
    weekday bigint NOT NULL,
    opens text NOT NULL,
    closes text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT opening_hour_pkey PRIMARY KEY (id),
    CONSTRAINT opening_hour_restaurant_id_fkey FOREIGN KEY (restaurant_id) REFERENCES restaurant (id) ON DELETE CASCADE
);

CREATE TABLE "order" (
    id uuid NOT NULL,
    consumer_id uuid NOT NULL,
    restaurant_id uuid NOT NULL,
    status text NOT NULL,
    total bigint NOT NULL DEFAULT 0,
    paid bigint NOT NULL DEFAULT 0,
    deliver_to point NOT NULL,
    delivered_at timestamptz,
    status_since timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    refund_amount_total bigint NOT NULL DEFAULT 0,
    CONSTRAINT order_pkey PRIMARY KEY (id),
    CONSTRAINT order_consumer_id_fkey FOREIGN KEY (consumer_id) REFERENCES consumer (id) ON DELETE RESTRICT,
    CONSTRAINT order_restaurant_id_fkey FOREIGN KEY (restaurant_id) REFERENCES restaurant (id) ON DELETE RESTRICT
) WITH (fillfactor = 90);

CREATE TABLE payout (
    id uuid NOT NULL,
    restaurant_id uuid NOT NULL,
    week_of date NOT NULL,
    amount bigint NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT payout_pkey PRIMARY KEY (id),
    CONSTRAINT payout_restaurant_id_fkey FOREIGN KEY (restaurant_id) REFERENCES restaurant (id) ON DELETE RESTRICT
);

CREATE TABLE delivery (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    courier_id uuid,
    status text NOT NULL,
    pick_up_at point NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT delivery_pkey PRIMARY KEY (id),
    CONSTRAINT delivery_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE RESTRICT,
    CONSTRAINT delivery_courier_id_fkey FOREIGN KEY (courier_id) REFERENCES courier (id) ON DELETE RESTRICT
);

CREATE TABLE order_event (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    what text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT order_event_pkey PRIMARY KEY (id),
    CONSTRAINT order_event_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE
);

CREATE TABLE order_line (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    menu_item_id uuid NOT NULL,
    name text NOT NULL,
    price bigint NOT NULL,
    quantity bigint NOT NULL,
    amount bigint GENERATED ALWAYS AS (price * quantity) STORED,
    created_at timestamptz NOT NULL,
    CONSTRAINT order_line_pkey PRIMARY KEY (id),
    CONSTRAINT order_line_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE CASCADE,
    CONSTRAINT order_line_menu_item_id_fkey FOREIGN KEY (menu_item_id) REFERENCES menu_item (id) ON DELETE RESTRICT
);

CREATE TABLE rating (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    consumer_id uuid NOT NULL,
    restaurant_stars bigint NOT NULL,
    courier_stars bigint NOT NULL,
    comment text,
    created_at timestamptz NOT NULL,
    CONSTRAINT rating_pkey PRIMARY KEY (id),
    CONSTRAINT rating_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE RESTRICT,
    CONSTRAINT rating_consumer_id_fkey FOREIGN KEY (consumer_id) REFERENCES consumer (id) ON DELETE RESTRICT
);

CREATE TABLE refund (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    amount bigint NOT NULL,
    reason text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT refund_pkey PRIMARY KEY (id),
    CONSTRAINT refund_order_id_fkey FOREIGN KEY (order_id) REFERENCES "order" (id) ON DELETE RESTRICT
);

CREATE TABLE position (
    id uuid NOT NULL,
    courier_id uuid NOT NULL,
    delivery_id uuid,
    at point NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT position_pkey PRIMARY KEY (id),
    CONSTRAINT position_courier_id_fkey FOREIGN KEY (courier_id) REFERENCES courier (id) ON DELETE RESTRICT,
    CONSTRAINT position_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES delivery (id) ON DELETE RESTRICT
);

-- Rules that the database itself enforces, whoever writes

-- The words of Delivery.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE delivery ADD CONSTRAINT delivery_status_check CHECK (status IN ('offered', 'taken', 'pickedUp', 'done', 'withdrawn'));

-- “Delivery.status: offered -> taken; taken -> pickedUp; pickedUp -> done; offered/taken -> withdrawn”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.
CREATE FUNCTION delivery_status_moves() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'offered' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('offered', 'taken'), ('offered', 'withdrawn'), ('pickedUp', 'done'), ('taken', 'pickedUp'), ('taken', 'withdrawn')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'delivery.status may not become %', NEW.status
    USING ERRCODE = '23514', CONSTRAINT = 'delivery_status_moves', TABLE = 'delivery';
END $$;
CREATE TRIGGER delivery_status_moves
  BEFORE INSERT OR UPDATE OF status ON delivery
  FOR EACH ROW EXECUTE FUNCTION delivery_status_moves();
COMMENT ON FUNCTION delivery_status_moves() IS '“Delivery.status: offered -> taken; taken -> pickedUp; pickedUp -> done; offered/taken -> withdrawn”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.';

-- “OrderEvent is append only”: A trigger refuses UPDATE and DELETE, the table's owner's too; the application's role is not granted either, nor TRUNCATE. An owner who takes the trigger away is not stopped.
CREATE FUNCTION order_event_is_append_only() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'order_event is append only'
    USING ERRCODE = '23514', CONSTRAINT = 'order_event_is_append_only', TABLE = 'order_event';
END $$;
CREATE TRIGGER order_event_is_append_only
  BEFORE UPDATE OR DELETE ON order_event
  FOR EACH ROW EXECUTE FUNCTION order_event_is_append_only();
COMMENT ON FUNCTION order_event_is_append_only() IS '“OrderEvent is append only”: A trigger refuses UPDATE and DELETE, the table''s owner''s too; the application''s role is not granted either, nor TRUNCATE. An owner who takes the trigger away is not stopped.';

-- The words of OrderEvent.what as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE order_event ADD CONSTRAINT order_event_what_check CHECK (what IN ('placed', 'confirmed', 'accepted', 'refunded'));

-- “sum of Refund.amount per Order at most Order.paid”: The order row keeps the total; its row lock puts all writers in order, and the check compares it with the bound whichever of the two changes.
ALTER TABLE "order" ADD CONSTRAINT order_refund_amount_total_max CHECK (refund_amount_total <= paid);
CREATE FUNCTION add_refund_amount_total_per_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE "order" SET refund_amount_total = refund_amount_total - OLD.amount WHERE id = OLD.order_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE "order" SET refund_amount_total = refund_amount_total + NEW.amount WHERE id = NEW.order_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER add_refund_amount_total_per_order
  AFTER INSERT OR DELETE OR UPDATE ON refund
  FOR EACH ROW EXECUTE FUNCTION add_refund_amount_total_per_order();
COMMENT ON FUNCTION add_refund_amount_total_per_order() IS '“sum of Refund.amount per Order at most Order.paid”: The order row keeps the total; its row lock puts all writers in order, and the check compares it with the bound whichever of the two changes.';

-- The words of Order.status as text with a check: planned well under row-level security, and a new word needs no type change.
ALTER TABLE "order" ADD CONSTRAINT order_status_check CHECK (status IN ('placed', 'paid', 'accepted', 'delivered', 'cancelled'));

-- “Order.status: placed -> paid; paid -> accepted; accepted -> delivered; placed/paid -> cancelled”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.
CREATE FUNCTION order_status_moves() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'placed' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) IN (('accepted', 'delivered'), ('paid', 'accepted'), ('paid', 'cancelled'), ('placed', 'paid'), ('placed', 'cancelled')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'order.status may not become %', NEW.status
    USING ERRCODE = '23514', CONSTRAINT = 'order_status_moves', TABLE = 'order';
END $$;
CREATE TRIGGER order_status_moves
  BEFORE INSERT OR UPDATE OF status ON "order"
  FOR EACH ROW EXECUTE FUNCTION order_status_moves();
COMMENT ON FUNCTION order_status_moves() IS '“Order.status: placed -> paid; paid -> accepted; accepted -> delivered; placed/paid -> cancelled”: A trigger knows old and new state, which a check cannot; the statements name the state they start from, so that of two only one finds its row.';

-- “Order.total equals sum of OrderLine.amount”: A trigger adds each order line to its order in the same transaction, under the row lock; another refuses every other change of the total.
CREATE FUNCTION add_order_line_to_order_total() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE "order" SET total = total - OLD.amount WHERE id = OLD.order_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE "order" SET total = total + NEW.amount WHERE id = NEW.order_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER add_order_line_to_order_total
  AFTER INSERT OR DELETE OR UPDATE ON order_line
  FOR EACH ROW EXECUTE FUNCTION add_order_line_to_order_total();
CREATE FUNCTION order_total_is_kept() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.total = 0 THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.total = OLD.total OR pg_trigger_depth() > 1) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'order.total is the sum of its order lines and is not set by hand'
    USING ERRCODE = '23514', CONSTRAINT = 'order_total_is_kept', TABLE = 'order';
END $$;
CREATE TRIGGER order_total_is_kept
  BEFORE INSERT OR UPDATE OF total ON "order"
  FOR EACH ROW EXECUTE FUNCTION order_total_is_kept();
COMMENT ON FUNCTION add_order_line_to_order_total() IS '“Order.total equals sum of OrderLine.amount”: A trigger adds each order line to its order in the same transaction, under the row lock; another refuses every other change of the total.';
COMMENT ON FUNCTION order_total_is_kept() IS '“Order.total equals sum of OrderLine.amount”: A trigger adds each order line to its order in the same transaction, under the row lock; another refuses every other change of the total.';

-- “at most 1 Payout per Restaurant per week”: One row counts for each restaurant and week; writers of the same one queue at its row lock, and the check refuses number 2.
CREATE TABLE payout_tally_per_restaurant_week (
    restaurant_id uuid NOT NULL REFERENCES restaurant (id) ON DELETE CASCADE,
    week timestamptz NOT NULL,
    taken bigint NOT NULL,
    CONSTRAINT payout_tally_per_restaurant_week_pkey PRIMARY KEY (restaurant_id, week),
    CONSTRAINT payout_tally_per_restaurant_week_at_most_1 CHECK (taken BETWEEN 0 AND 1)
);
COMMENT ON TABLE payout_tally_per_restaurant_week IS 'counts for “at most 1 Payout per Restaurant per week”';
COMMENT ON COLUMN payout_tally_per_restaurant_week.restaurant_id IS 'counted by it';
COMMENT ON COLUMN payout_tally_per_restaurant_week.week IS 'counted by it';
COMMENT ON COLUMN payout_tally_per_restaurant_week.taken IS 'how many there are';
CREATE FUNCTION keep_payout_tally_per_restaurant_week() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE payout_tally_per_restaurant_week SET taken = taken - 1 WHERE (restaurant_id, week) = (OLD.restaurant_id, date_trunc('week', OLD.created_at, 'UTC'));
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO payout_tally_per_restaurant_week (restaurant_id, week, taken) VALUES (NEW.restaurant_id, date_trunc('week', NEW.created_at, 'UTC'), 1)
    ON CONFLICT (restaurant_id, week) DO UPDATE SET taken = payout_tally_per_restaurant_week.taken + 1;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_payout_tally_per_restaurant_week
  AFTER INSERT OR DELETE OR UPDATE ON payout
  FOR EACH ROW EXECUTE FUNCTION keep_payout_tally_per_restaurant_week();
COMMENT ON FUNCTION keep_payout_tally_per_restaurant_week() IS '“at most 1 Payout per Restaurant per week”: One row counts for each restaurant and week; writers of the same one queue at its row lock, and the check refuses number 2.';

-- Indexes, each with the statements it is for

-- serves reference-check-delivery-courier-id
CREATE INDEX delivery_courier_id_idx ON delivery (courier_id);

-- “at most 1 Delivery per Order when status is not withdrawn”: A partial unique index counts only rows that are offered or taken or pickedUp or done and leaves room for one.
-- serves no statement but its rule
CREATE UNIQUE INDEX delivery_one_offered_or_taken_or_picked_up_or_done_per_order ON delivery (order_id) WHERE status IN ('offered', 'taken', 'pickedUp', 'done');

-- serves reference-check-delivery-order-id
CREATE INDEX delivery_order_id_idx ON delivery (order_id);

-- serves reference-check-menu-item-restaurant-id, see-the-menu-of-a-restaurant-1-read
CREATE INDEX menu_item_restaurant_id_created_at_id_idx ON menu_item (restaurant_id, created_at, id);

-- serves reference-check-opening-hour-restaurant-id
CREATE INDEX opening_hour_restaurant_id_idx ON opening_hour (restaurant_id);

-- serves reference-check-order-consumer-id, see-my-orders-1-read
CREATE INDEX order_consumer_id_created_at_id_idx ON "order" (consumer_id, created_at, id);

-- serves reference-check-order-event-order-id, see-the-history-of-an-order-1-read
CREATE INDEX order_event_order_id_created_at_id_idx ON order_event (order_id, created_at, id);

-- serves reference-check-order-line-menu-item-id
CREATE INDEX order_line_menu_item_id_idx ON order_line (menu_item_id);

-- serves reference-check-order-line-order-id
CREATE INDEX order_line_order_id_idx ON order_line (order_id);

-- serves reference-check-order-restaurant-id, see-open-orders-1-read
CREATE INDEX order_restaurant_id_status_created_at_id_idx ON "order" (restaurant_id, status, created_at, id);

-- serves move-orders-to-cancelled-after-3-min-1-sweep
CREATE INDEX order_status_status_since_id_idx ON "order" (status, status_since, id);

-- serves tell-payment-provider-of-place-an-order-1-take, tell-payment-provider-of-refund-an-order-1-take
CREATE INDEX outbox_message_topic_not_before_id_idx ON outbox_message (topic, not_before, id);

-- serves delete-payouts-after-7-years-1-delete
CREATE INDEX payout_created_at_idx ON payout (created_at);

-- serves pay-out-restaurants-1-due, reference-check-payout-restaurant-id, see-what-i-earned-1-read
CREATE INDEX payout_restaurant_id_created_at_id_idx ON payout (restaurant_id, created_at, id);

-- serves reference-check-position-courier-id
CREATE INDEX position_courier_id_idx ON position (courier_id);

-- serves delete-positions-after-30-days-1-delete
CREATE INDEX position_created_at_idx ON position (created_at);

-- serves reference-check-position-delivery-id, watch-the-courier-1-read
CREATE INDEX position_delivery_id_created_at_id_idx ON position (delivery_id, created_at, id);

-- serves reference-check-rating-consumer-id
CREATE INDEX rating_consumer_id_idx ON rating (consumer_id);

-- “at most 1 Rating per Order”: A unique index leaves room for one.
-- serves reference-check-rating-order-id
CREATE UNIQUE INDEX rating_one_per_order ON rating (order_id);

-- serves delete-refunds-after-7-years-1-delete
CREATE INDEX refund_created_at_idx ON refund (created_at);

-- serves reference-check-refund-order-id
CREATE INDEX refund_order_id_idx ON refund (order_id);

-- serves find-restaurants-near-an-address-1-read
CREATE INDEX restaurant_location_place_idx ON restaurant USING gist (location);

-- What each table and column is
COMMENT ON TABLE city IS 'City, brief line 12';
COMMENT ON COLUMN city.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN city.name IS 'City.name';
COMMENT ON COLUMN city.created_at IS 'when the row was written';
COMMENT ON TABLE consumer IS 'Consumer, brief line 13';
COMMENT ON COLUMN consumer.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN consumer.name IS 'personal';
COMMENT ON COLUMN consumer.email IS 'personal';
COMMENT ON COLUMN consumer.created_at IS 'when the row was written';
COMMENT ON TABLE outbox_message IS 'OutboxMessage, derived';
COMMENT ON COLUMN outbox_message.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN outbox_message.topic IS 'OutboxMessage.topic';
COMMENT ON COLUMN outbox_message.subject IS 'OutboxMessage.subject';
COMMENT ON COLUMN outbox_message.attempts IS 'OutboxMessage.attempts';
COMMENT ON COLUMN outbox_message.not_before IS 'OutboxMessage.not before';
COMMENT ON COLUMN outbox_message.created_at IS 'when the row was written';
COMMENT ON TABLE courier IS 'Courier, brief line 32';
COMMENT ON COLUMN courier.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN courier.city_id IS 'the city it belongs to';
COMMENT ON COLUMN courier.name IS 'personal';
COMMENT ON COLUMN courier.on_duty IS 'Courier.onDuty';
COMMENT ON COLUMN courier.created_at IS 'when the row was written';
COMMENT ON TABLE restaurant IS 'Restaurant, brief line 18';
COMMENT ON COLUMN restaurant.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN restaurant.city_id IS 'the city it belongs to';
COMMENT ON COLUMN restaurant.name IS 'Restaurant.name';
COMMENT ON COLUMN restaurant.location IS 'Restaurant.location';
COMMENT ON COLUMN restaurant.open IS 'Restaurant.open';
COMMENT ON COLUMN restaurant.created_at IS 'when the row was written';
COMMENT ON TABLE menu_item IS 'MenuItem, brief line 28';
COMMENT ON COLUMN menu_item.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN menu_item.restaurant_id IS 'the restaurant it is part of';
COMMENT ON COLUMN menu_item.name IS 'MenuItem.name';
COMMENT ON COLUMN menu_item.price IS 'minor units (cents)';
COMMENT ON COLUMN menu_item.available IS 'MenuItem.available';
COMMENT ON COLUMN menu_item.created_at IS 'when the row was written';
COMMENT ON TABLE opening_hour IS 'OpeningHour, brief line 25';
COMMENT ON COLUMN opening_hour.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN opening_hour.restaurant_id IS 'the restaurant it is part of';
COMMENT ON COLUMN opening_hour.weekday IS 'OpeningHour.weekday';
COMMENT ON COLUMN opening_hour.opens IS 'OpeningHour.opens';
COMMENT ON COLUMN opening_hour.closes IS 'OpeningHour.closes';
COMMENT ON COLUMN opening_hour.created_at IS 'when the row was written';
COMMENT ON TABLE "order" IS 'Order, brief line 38';
COMMENT ON COLUMN "order".id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN "order".consumer_id IS 'the consumer it belongs to';
COMMENT ON COLUMN "order".restaurant_id IS 'the restaurant it belongs to';
COMMENT ON COLUMN "order".status IS 'Order.status';
COMMENT ON COLUMN "order".total IS 'kept by trigger add_order_line_to_order_total: “Order.total equals sum of OrderLine.amount”';
COMMENT ON COLUMN "order".paid IS 'minor units (cents)';
COMMENT ON COLUMN "order".deliver_to IS 'personal';
COMMENT ON COLUMN "order".delivered_at IS 'Order.deliveredAt';
COMMENT ON COLUMN "order".status_since IS 'since when it has been in this status';
COMMENT ON COLUMN "order".created_at IS 'when the row was written';
COMMENT ON COLUMN "order".refund_amount_total IS 'kept by trigger add_refund_amount_total_per_order: “sum of Refund.amount per Order at most Order.paid”';
COMMENT ON TABLE payout IS 'Payout, brief line 72';
COMMENT ON COLUMN payout.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN payout.restaurant_id IS 'the restaurant it belongs to';
COMMENT ON COLUMN payout.week_of IS 'Payout.weekOf';
COMMENT ON COLUMN payout.amount IS 'minor units (cents)';
COMMENT ON COLUMN payout.created_at IS 'when the row was written';
COMMENT ON TABLE delivery IS 'Delivery, brief line 55';
COMMENT ON COLUMN delivery.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN delivery.order_id IS 'the order it belongs to';
COMMENT ON COLUMN delivery.courier_id IS 'the courier it belongs to';
COMMENT ON COLUMN delivery.status IS 'Delivery.status';
COMMENT ON COLUMN delivery.pick_up_at IS 'Delivery.pickUpAt';
COMMENT ON COLUMN delivery.created_at IS 'when the row was written';
COMMENT ON TABLE order_event IS 'OrderEvent, brief line 76';
COMMENT ON COLUMN order_event.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN order_event.order_id IS 'the order it is part of';
COMMENT ON COLUMN order_event.what IS 'OrderEvent.what';
COMMENT ON COLUMN order_event.created_at IS 'when the row was written';
COMMENT ON TABLE order_line IS 'OrderLine, brief line 47';
COMMENT ON COLUMN order_line.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN order_line.order_id IS 'the order it is part of';
COMMENT ON COLUMN order_line.menu_item_id IS 'the menu item it belongs to';
COMMENT ON COLUMN order_line.name IS 'OrderLine.name';
COMMENT ON COLUMN order_line.price IS 'minor units (cents)';
COMMENT ON COLUMN order_line.quantity IS 'OrderLine.quantity';
COMMENT ON COLUMN order_line.amount IS 'minor units (cents)';
COMMENT ON COLUMN order_line.created_at IS 'when the row was written';
COMMENT ON TABLE rating IS 'Rating, brief line 69';
COMMENT ON COLUMN rating.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN rating.order_id IS 'the order it belongs to';
COMMENT ON COLUMN rating.consumer_id IS 'the consumer it belongs to';
COMMENT ON COLUMN rating.restaurant_stars IS 'Rating.restaurantStars';
COMMENT ON COLUMN rating.courier_stars IS 'Rating.courierStars';
COMMENT ON COLUMN rating.comment IS 'Rating.comment';
COMMENT ON COLUMN rating.created_at IS 'when the row was written';
COMMENT ON TABLE refund IS 'Refund, brief line 65';
COMMENT ON COLUMN refund.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN refund.order_id IS 'the order it belongs to';
COMMENT ON COLUMN refund.amount IS 'minor units (cents)';
COMMENT ON COLUMN refund.reason IS 'Refund.reason';
COMMENT ON COLUMN refund.created_at IS 'when the row was written';
COMMENT ON TABLE position IS 'Position, brief line 60';
COMMENT ON COLUMN position.id IS 'made by the application (UUIDv7), so that a repeated request finds its first row';
COMMENT ON COLUMN position.courier_id IS 'the courier it belongs to';
COMMENT ON COLUMN position.delivery_id IS 'the delivery it belongs to';
COMMENT ON COLUMN position.at IS 'personal';
COMMENT ON COLUMN position.created_at IS 'when the row was written';
COMMIT;
