-- Join a community: writes the membership.
-- :id uuid ($new.id)
-- :role text (membership.role)
-- :now timestamptz ($clock.now)
-- :community_id uuid (community.id)
-- :actor_id uuid ($actor.id)
INSERT INTO membership (id, community_id, member_id, role, status, created_at)
SELECT CAST(:id AS uuid), community.id, member.id, CAST(:role AS text), 'active', CAST(:now AS timestamptz)
FROM community
CROSS JOIN member
WHERE community.id = :community_id
  AND member.id = :actor_id
RETURNING id, community_id, member_id, role, status, created_at;
