-- Trust grows by votes that somebody trusted proposes, so somebody has to begin with it (ORG-140): whoever founds an
-- organisation, and in those founded before there was such a rule the admin who was there first.
UPDATE memberships m SET trust_level = 'core'
FROM (
  SELECT DISTINCT ON (organization_id) organization_id, user_id FROM memberships
  WHERE 'admin' = ANY(granted_roles) AND ended_at IS NULL AND trust_level <> 'quarantine'
  ORDER BY organization_id, joined_at, user_id
) first
WHERE m.organization_id = first.organization_id AND m.user_id = first.user_id AND NOT EXISTS (
  SELECT FROM memberships other
  WHERE other.organization_id = m.organization_id AND other.ended_at IS NULL AND other.trust_level IN ('core', 'trusted')
);
