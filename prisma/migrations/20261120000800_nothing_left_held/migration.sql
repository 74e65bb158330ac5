-- An item may come to be held by what ends at that very moment: it was judged while the silence ran, or the critical item was open,
-- and is committed after the end, so that nobody frees it. The sweep looks for those as well (ESC-111, ESC-113).

-- What holds something in an organisation and holds no more: neither a silence that runs nor an item that is open. Walks from
-- holder to holder by the index, however much each of them holds.
CREATE FUNCTION escalation_holders_over(p_organization uuid, p_at timestamptz) RETURNS SETOF text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH RECURSIVE holder AS (
    SELECT (SELECT min(e.held_by_reference) FROM escalations e WHERE e.organization_id = p_organization AND e.place = 'held') AS reference
    UNION ALL
    SELECT (SELECT min(e.held_by_reference) FROM escalations e
      WHERE e.organization_id = p_organization AND e.place = 'held' AND e.held_by_reference > holder.reference)
    FROM holder WHERE holder.reference IS NOT NULL)
  SELECT h.reference FROM holder h WHERE h.reference IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM escalations c
      WHERE c.organization_id = p_organization AND c.reference = h.reference AND c.status <> 'resolved')
    AND NOT EXISTS (SELECT 1 FROM escalation_silences s
      WHERE s.organization_id = p_organization AND s.reference = h.reference AND s.ends_at > p_at)
$$;

-- Asks for the first of each by its index: whether there is one at all before an instant, the planner would answer by reading
-- everything that waits, at each sweep.
CREATE OR REPLACE FUNCTION due_escalation_work() RETURNS TABLE (organization_id uuid, work text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, w.work FROM (SELECT governance_now() AS at) AS clock CROSS JOIN organizations o CROSS JOIN LATERAL (
    SELECT 'release' AS work WHERE (SELECT min(e.held_until) FROM escalations e
      WHERE e.organization_id = o.id AND e.place = 'held') <= clock.at
      OR EXISTS (SELECT 1 FROM escalation_holders_over(o.id, clock.at))
    UNION ALL
    SELECT 'collect' WHERE (SELECT min(e.collect_at) FROM escalations e
      WHERE e.organization_id = o.id AND e.place = 'queued' AND e.digest_id IS NULL) <= clock.at
    UNION ALL
    SELECT 'deliver' WHERE (SELECT min(d.deliver_at) FROM escalation_digests d
      WHERE d.organization_id = o.id AND d.delivered_at IS NULL) <= clock.at
    UNION ALL
    SELECT 'steps' WHERE (SELECT min(e.next_step_at) FROM escalations e
      WHERE e.organization_id = o.id AND e.place <> 'held') <= clock.at
  ) AS w
$$;
REVOKE ALL ON FUNCTION escalation_holders_over(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION escalation_holders_over(uuid, timestamptz) TO gavel_app;

-- The steps of what is held wait with it, and the sweep looks past them by index, however many there are.
DROP INDEX escalations_step_due;
CREATE INDEX escalations_step_due ON escalations (organization_id, next_step_at) WHERE next_step_at IS NOT NULL AND place <> 'held';
