-- As before (ESC-4), with less to read and to answer: what many items of an act have in common (their kind) comes once, the rest
-- as one array a column, and the answer is one value with the clock after all of them are locked.
DROP FUNCTION escalation_claim(text[], json, timestamptz);
CREATE FUNCTION escalation_claim(p_fingerprints text[], p_references text[], p_titles text[], p_title_keys text[],
  p_descriptions text[], p_kinds int[], p_shared json, p_at timestamptz)
RETURNS TABLE (claims json, claimed_at timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
-- Always by key and never planned anew. A plan made while there was nothing yet would else read all that an organisation has at
-- each call: so the organisation is said in a form that no index answers, and the row policy, which would say it again, is passed.
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  gone uuid;
BEGIN
  IF app_organization() IS NULL THEN
    RAISE EXCEPTION 'escalation_claim: app.organization_id is not set' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- What was not seen for 24 hours takes nothing up any more; one by one, by key, in the order in which everybody locks.
  FOR gone IN
    SELECT x.id FROM unnest(p_fingerprints) AS g(fingerprint) CROSS JOIN LATERAL (
      SELECT k.id, k.last_seen_at FROM escalations k
      WHERE k.merge_key = g.fingerprint AND (k.organization_id = app_organization()) IS TRUE LIMIT 1) x
    WHERE x.last_seen_at <= p_at - interval '24 hours' ORDER BY g.fingerprint
  LOOP
    UPDATE escalations e SET merge_key = NULL
    WHERE e.organization_id = app_organization() AND e.id = gone AND e.last_seen_at <= p_at - interval '24 hours';
  END LOOP;

  -- Items and their kinds are both given: nothing else in this statement can be joined by hash.
  PERFORM set_config('enable_hashjoin', 'on', true);
  RETURN QUERY
  WITH claimed AS (
    INSERT INTO escalations AS e (reference, title, title_key, description, source, category, trigger, severity, score, parts,
      model_id, venture_id, portfolio_id, stage, impact_cents, deadline_at, fingerprint, merge_key, episode, previous_id,
      occurrences, raised_at, raised_by, last_seen_at, respond_by, charter_version, severe_since, next_step_at, channel,
      wanted_channel, is_over_budget, place, held_by, held_by_reference, held_until, collect_at, deliver_at, delivered_at, marks)
    SELECT g.reference, g.title, g.title_key, g.description, s.source, s.category, s.trigger, s.severity, s.score, s.parts,
      s.model_id, s.venture_id, s.portfolio_id, s.stage, s.impact_cents, s.deadline_at, g.fingerprint, g.fingerprint,
      COALESCE(earlier.episode, 0) + 1, earlier.id, s.occurrences, p_at, s.raised_by, p_at, s.respond_by, s.charter_version,
      p_at, s.next_step_at, s.channel, s.wanted_channel, s.is_over_budget, s.place, s.held_by, s.held_by_reference,
      s.held_until, s.collect_at, s.deliver_at, s.delivered_at, s.marks
    FROM unnest(p_fingerprints, p_references, p_titles, p_title_keys, p_descriptions, p_kinds)
      AS g(fingerprint, reference, title, title_key, description, kind)
    JOIN json_to_recordset(p_shared) AS s(kind int, source text, category text, trigger text, severity smallint, score smallint,
      parts jsonb, model_id uuid, venture_id uuid, portfolio_id uuid, stage smallint, impact_cents bigint,
      deadline_at timestamptz, occurrences int, raised_by uuid, respond_by timestamptz, charter_version int,
      next_step_at timestamptz, channel text, wanted_channel text, is_over_budget boolean, place text, held_by text,
      held_by_reference text, held_until timestamptz, collect_at timestamptz, deliver_at timestamptz,
      delivered_at timestamptz, marks jsonb) ON s.kind = g.kind
    LEFT JOIN LATERAL (
      SELECT x.id, x.episode FROM escalations x
      WHERE x.fingerprint = g.fingerprint AND (x.organization_id = app_organization()) IS TRUE ORDER BY x.id DESC LIMIT 1) earlier ON true
    ORDER BY g.fingerprint
    ON CONFLICT (merge_key, organization_id) DO UPDATE SET
      occurrences = e.occurrences + EXCLUDED.occurrences,
      last_seen_at = GREATEST(e.last_seen_at, EXCLUDED.last_seen_at),
      -- The graver raise decides, with all that its severity rests on (ESC-103).
      score = CASE WHEN (EXCLUDED.severity, EXCLUDED.score) > (e.severity, e.score) THEN EXCLUDED.score ELSE e.score END,
      parts = CASE WHEN (EXCLUDED.severity, EXCLUDED.score) > (e.severity, e.score) THEN EXCLUDED.parts ELSE e.parts END,
      trigger = CASE WHEN (EXCLUDED.severity, EXCLUDED.score) > (e.severity, e.score) THEN EXCLUDED.trigger ELSE e.trigger END,
      stage = CASE WHEN (EXCLUDED.severity, EXCLUDED.score) > (e.severity, e.score) THEN EXCLUDED.stage ELSE e.stage END,
      impact_cents = CASE WHEN (EXCLUDED.severity, EXCLUDED.score) > (e.severity, e.score) THEN EXCLUDED.impact_cents
        ELSE e.impact_cents END,
      deadline_at = CASE WHEN (EXCLUDED.severity, EXCLUDED.score) > (e.severity, e.score) THEN EXCLUDED.deadline_at
        ELSE e.deadline_at END,
      severity = GREATEST(e.severity, EXCLUDED.severity),
      -- It is walked by the path of the charter that gave it its response time (ESC-101).
      charter_version = CASE WHEN EXCLUDED.severity > e.severity THEN EXCLUDED.charter_version ELSE e.charter_version END,
      severe_since = CASE WHEN EXCLUDED.severity > e.severity THEN EXCLUDED.severe_since ELSE e.severe_since END,
      respond_by = CASE WHEN EXCLUDED.severity > e.severity THEN LEAST(e.respond_by, EXCLUDED.respond_by) ELSE e.respond_by END
    RETURNING json_build_array(e.fingerprint, e.id, e.reference, old.id IS NULL, e.occurrences, e.episode, e.severity, e.score,
      old.severity, old.channel, old.respond_by, old.place) AS claim)
  SELECT json_agg(c.claim), governance_now() FROM claimed c;
END $$;
REVOKE ALL ON FUNCTION escalation_claim(text[], text[], text[], text[], text[], int[], json, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION escalation_claim(text[], text[], text[], text[], text[], int[], json, timestamptz) TO gavel_app;

-- The newest and the oldest of what is open, however much was resolved since.
CREATE INDEX escalations_by_age ON escalations (organization_id, id) WHERE status <> 'resolved';
