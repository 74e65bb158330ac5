-- One password opens every organisation of its person, so a change of it ends their sessions in all of them (ORG-116). Only
-- for an active member of the organisation in which it is changed.
CREATE FUNCTION end_sessions_elsewhere(p_user uuid) RETURNS int
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH ended AS (
    UPDATE sessions s SET revoked_at = governance_now()
    WHERE s.user_id = p_user AND s.organization_id <> app_organization() AND s.revoked_at IS NULL
      AND s.expires_at > governance_now() AND EXISTS (
        SELECT FROM memberships m
        WHERE m.organization_id = app_organization() AND m.user_id = p_user AND m.ended_at IS NULL)
    RETURNING 1)
  SELECT count(*)::int FROM ended
$$;
REVOKE ALL ON FUNCTION end_sessions_elsewhere(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_sessions_elsewhere(uuid) TO gavel_app;
