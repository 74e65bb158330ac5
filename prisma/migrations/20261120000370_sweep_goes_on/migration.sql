-- The close sweep reads on behind what it has tried: proposals that never close hold up no later ones (VOT-8).
DROP FUNCTION due_proposals(int);
CREATE FUNCTION due_proposals(p_limit int, p_after_deadline timestamptz, p_after_id uuid)
RETURNS TABLE (organization_id uuid, reference text, deadline_at timestamptz, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT organization_id, reference, deadline_at, id FROM proposals
  WHERE status = 'open' AND deadline_at <= governance_now()
    AND (p_after_id IS NULL OR (deadline_at, id) > (p_after_deadline, p_after_id))
  ORDER BY deadline_at, id LIMIT p_limit
$$;
REVOKE ALL ON FUNCTION due_proposals(int, timestamptz, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION due_proposals(int, timestamptz, uuid) TO gavel_app;
