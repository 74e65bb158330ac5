-- What a person's trust was before quarantine, so that a release gives back exactly that (ORG-111).
ALTER TABLE "memberships" ADD COLUMN "trust_before_quarantine" TEXT;

-- Notes that a session or a key was used, at most once a minute: not an act of governance, hence no audit entry, and
-- a narrow function instead of a unit of work because the door does not yet know the organisation (ORG-105, ORG-120).
CREATE FUNCTION note_session_use(p_session uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  UPDATE sessions SET last_seen_at = governance_now()
  WHERE id = p_session AND last_seen_at < governance_now() - interval '1 minute'
$$;

CREATE FUNCTION note_key_use(p_public_id text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  UPDATE api_keys SET last_used_at = governance_now()
  WHERE public_id = p_public_id AND (last_used_at IS NULL OR last_used_at < governance_now() - interval '1 minute')
$$;

REVOKE ALL ON FUNCTION note_session_use(uuid), note_key_use(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION note_session_use(uuid), note_key_use(text) TO gavel_app;
