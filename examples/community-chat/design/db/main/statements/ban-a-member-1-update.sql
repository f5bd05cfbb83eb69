-- Ban a member: moves Membership.status active → banned.
-- :membership_id uuid (membership.id)
UPDATE membership
SET status = 'banned'
WHERE membership.id = :membership_id
  AND membership.status = 'active';
