-- Leaves word for “tell Payment of pay a booking”: committed together with the change, or not at all.
-- :booking_id uuid (booking.id)
-- :now timestamptz ($clock.now)
INSERT INTO outbox_message (id, topic, subject, created_at, attempts, not_before)
VALUES (gen_random_uuid(), 'tell-payment-of-pay-a-booking', :booking_id, :now, 0, :now);
