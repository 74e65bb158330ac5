-- Who may see and write what, decided by the database (ORG-1, ORG-3). The application role owns nothing and cannot bypass
-- row-level security. The functions below are the only ways across organisations: each answers one narrow question.

DO $$
DECLARE
  organization_table text;
BEGIN
  FOR organization_table IN
    SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.column_name = 'organization_id' AND t.table_type = 'BASE TABLE'
      AND c.table_name <> 'installation'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', organization_table);
    EXECUTE format(
      'CREATE POLICY organization_isolation ON %I USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization())',
      organization_table);
    IF organization_table LIKE 'audit\_%' AND organization_table <> 'audit_checkpoints' THEN
      EXECUTE format('GRANT SELECT ON %I TO gavel_app', organization_table);
    ELSIF organization_table IN ('audit_checkpoints', 'ballot_casts', 'decision_packages', 'charter_versions', 'risk_score_entries') THEN
      EXECUTE format('GRANT SELECT, INSERT ON %I TO gavel_app', organization_table);
    ELSE
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO gavel_app', organization_table);
    END IF;
  END LOOP;
END $$;

-- A withdrawn ballot keeps its line in the history, only that mark may be set.
GRANT UPDATE (withdrawn_at) ON ballot_casts TO gavel_app;

ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON organizations USING (id = app_organization()) WITH CHECK (id = app_organization());
GRANT SELECT, INSERT, UPDATE ON organizations TO gavel_app;

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY fellow_members ON users
  USING (EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = users.id AND m.organization_id = app_organization()))
  WITH CHECK (true);
GRANT SELECT, UPDATE ON users TO gavel_app;

GRANT SELECT, INSERT ON installation TO gavel_app;
GRANT SELECT ON clock_override TO gavel_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO gavel_app;

-- Uniqueness that the schema language cannot say.
CREATE UNIQUE INDEX models_registered_by_hand ON models (organization_id, lower(name), lower(version)) WHERE source_name IS NULL;
CREATE INDEX models_name_search ON models (organization_id, lower(name));
CREATE UNIQUE INDEX users_email_any_case ON users (lower(email));
CREATE UNIQUE INDEX one_open_proposal_per_model ON proposals (organization_id, model_id) WHERE status = 'open' AND model_id IS NOT NULL;
CREATE INDEX ballots_tally ON ballots (organization_id, proposal_id, choice) INCLUDE (weight) WHERE weight >= 0;

-- One active chair at a time (BRD-1): terms of chairs must not overlap while neither has been ended.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX models_text_search ON models USING gin ((lower(name || ' ' || description || ' ' || unit)) gin_trgm_ops);
ALTER TABLE board_members ADD CONSTRAINT one_chair_at_a_time EXCLUDE USING gist (
  organization_id WITH =, tstzrange(term_start_at, LEAST(term_end_at, COALESCE(ended_at, term_end_at))) WITH &&
) WHERE (role = 'chair');
-- And one seat per person at a time.
ALTER TABLE board_members ADD CONSTRAINT one_seat_per_person EXCLUDE USING gist (
  organization_id WITH =, user_id WITH =, tstzrange(term_start_at, LEAST(term_end_at, COALESCE(ended_at, term_end_at))) WITH &&
);
ALTER TABLE board_members ADD CONSTRAINT term_ends_after_start CHECK (term_end_at > term_start_at);
ALTER TABLE board_members ADD CONSTRAINT ended_within_term CHECK (ended_at IS NULL OR ended_at >= term_start_at);

-- Everything the doors need to know about a person in one organisation: roles granted and roles held by a board seat.
CREATE FUNCTION auth_membership(p_organization uuid, p_user uuid)
RETURNS TABLE (organization_id uuid, user_id uuid, name text, email text, granted_roles text[], trust_level text, seat_role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT m.organization_id, u.id, u.name, u.email, m.granted_roles, m.trust_level, (
    SELECT b.role FROM board_members b
    WHERE b.organization_id = m.organization_id AND b.user_id = m.user_id AND b.ended_at IS NULL
      AND b.term_start_at <= governance_now() AND b.term_end_at > governance_now()
    LIMIT 1)
  FROM memberships m JOIN users u ON u.id = m.user_id
  WHERE m.organization_id = p_organization AND m.user_id = p_user AND m.ended_at IS NULL
$$;

CREATE FUNCTION auth_session(p_session uuid)
RETURNS TABLE (organization_id uuid, user_id uuid, name text, email text, granted_roles text[], trust_level text, seat_role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT a.* FROM sessions s, auth_membership(s.organization_id, s.user_id) a
  WHERE s.id = p_session AND s.revoked_at IS NULL AND s.expires_at > governance_now()
$$;

CREATE FUNCTION auth_api_key(p_public_id text)
RETURNS TABLE (key_id uuid, secret_hash text, scopes text[], expires_at timestamptz, revoked_at timestamptz,
  organization_id uuid, user_id uuid, name text, email text, granted_roles text[], trust_level text, seat_role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT k.id, k.secret_hash, k.scopes, k.expires_at, k.revoked_at, a.*
  FROM api_keys k, auth_membership(k.organization_id, k.user_id) a WHERE k.public_id = p_public_id
$$;

CREATE FUNCTION auth_user(p_email text)
RETURNS TABLE (user_id uuid, password_hash text, organization_ids uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT u.id, u.password_hash, ARRAY(
    SELECT m.organization_id FROM memberships m WHERE m.user_id = u.id AND m.ended_at IS NULL ORDER BY m.joined_at)
  FROM users u WHERE lower(u.email) = lower(p_email)
$$;

CREATE FUNCTION auth_invitation(p_token_hash text)
RETURNS TABLE (organization_id uuid, invitation_id uuid, user_id uuid, name text, email text, has_password boolean,
  expires_at timestamptz, accepted_at timestamptz, revoked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT i.organization_id, i.id, u.id, u.name, u.email, u.password_hash IS NOT NULL, i.expires_at, i.accepted_at, i.revoked_at
  FROM invitations i JOIN users u ON u.id = i.user_id WHERE i.token_hash = p_token_hash
$$;

-- One person, one row, whatever organisations invite them, an existing name is left alone.
CREATE FUNCTION ensure_user(p_email text, p_name text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  found uuid;
BEGIN
  INSERT INTO users (email, name) VALUES (lower(p_email), p_name) ON CONFLICT DO NOTHING RETURNING id INTO found;
  IF found IS NULL THEN
    SELECT id INTO found FROM users WHERE lower(email) = lower(p_email);
  END IF;
  RETURN found;
END $$;

CREATE FUNCTION organization_directory()
RETURNS TABLE (id uuid, name text, time_zone text, is_demo boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT id, name, time_zone, is_demo FROM organizations ORDER BY created_at, id $$;

-- Open proposals whose deadline has come, the job closes each in its own transaction under its own lock.
CREATE FUNCTION due_proposals(p_limit int)
RETURNS TABLE (organization_id uuid, reference text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT organization_id, reference FROM proposals
  WHERE status = 'open' AND deadline_at <= governance_now() ORDER BY deadline_at LIMIT p_limit
$$;

-- Takes outbox messages for handing over to the queue, the caller inserts the jobs in the same transaction.
CREATE FUNCTION outbox_take(p_limit int)
RETURNS TABLE (id uuid, organization_id uuid, topic text, payload jsonb, request_id text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  DELETE FROM outbox o USING (
    SELECT x.organization_id, x.id FROM outbox x WHERE x.available_at <= governance_now()
    ORDER BY x.id LIMIT p_limit FOR UPDATE SKIP LOCKED) taken
  WHERE o.organization_id = taken.organization_id AND o.id = taken.id
  RETURNING o.id, o.organization_id, o.topic, o.payload, o.request_id
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO gavel_app;
