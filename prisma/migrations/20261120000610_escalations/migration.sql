-- What needs attention (ESC): items, who was told, digests, silences and budgets of attention. Nothing is ever deleted.
-- CreateTable
CREATE TABLE "escalations" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_key" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "category" TEXT,
    "trigger" TEXT,
    "severity" SMALLINT NOT NULL,
    "score" SMALLINT NOT NULL,
    "parts" JSONB NOT NULL,
    "model_id" UUID,
    "venture_id" UUID,
    "portfolio_id" UUID,
    "stage" SMALLINT,
    "impact_cents" BIGINT,
    "deadline_at" TIMESTAMPTZ(3),
    "fingerprint" TEXT NOT NULL,
    "merge_key" TEXT,
    "episode" INTEGER NOT NULL DEFAULT 1,
    "previous_id" UUID,
    "occurrences" INTEGER NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "raised_by" UUID,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "respond_by" TIMESTAMPTZ(3) NOT NULL,
    "charter_version" INTEGER NOT NULL,
    "severe_since" TIMESTAMPTZ(3) NOT NULL,
    "path_step" SMALLINT NOT NULL DEFAULT 0,
    "is_reminded" BOOLEAN NOT NULL DEFAULT false,
    "next_step_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL DEFAULT 'open',
    "channel" TEXT NOT NULL,
    "wanted_channel" TEXT NOT NULL,
    "is_over_budget" BOOLEAN NOT NULL DEFAULT false,
    "place" TEXT NOT NULL,
    "held_by" TEXT,
    "held_by_reference" TEXT,
    "held_until" TIMESTAMPTZ(3),
    "collect_at" TIMESTAMPTZ(3),
    "deliver_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "digest_id" UUID,
    "marks" JSONB NOT NULL,
    "assignee_user_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" UUID,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" UUID,
    "resolution" TEXT,

    CONSTRAINT "escalations_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "escalation_merges" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "escalation_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "occurrences" INTEGER NOT NULL,
    "severity" SMALLINT NOT NULL,
    "source" TEXT NOT NULL,
    "raised_by" UUID,
    "said" JSONB NOT NULL,

    CONSTRAINT "escalation_merges_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "escalation_notices" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "escalation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "severity" SMALLINT NOT NULL,
    "step" SMALLINT NOT NULL,
    "audiences" TEXT[],
    "user_ids" UUID[],
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "is_late" BOOLEAN NOT NULL,
    "source_key" TEXT NOT NULL,

    CONSTRAINT "escalation_notices_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "escalation_links" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "escalation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "linked_by" UUID,

    CONSTRAINT "escalation_links_pkey" PRIMARY KEY ("organization_id","escalation_id","kind","reference")
);

-- CreateTable
CREATE TABLE "incident_reviews" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "escalation_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3),
    "signed_by" UUID,

    CONSTRAINT "incident_reviews_pkey" PRIMARY KEY ("organization_id","escalation_id")
);

-- CreateTable
CREATE TABLE "escalation_digests" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "deliver_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "content" JSONB,
    "user_ids" UUID[],

    CONSTRAINT "escalation_digests_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "escalation_silences" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "matcher" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "end_reason" TEXT,

    CONSTRAINT "escalation_silences_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "escalation_budgets" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "scope" TEXT NOT NULL,
    "immediate_per_day" INTEGER NOT NULL,
    "next_briefing_per_day" INTEGER NOT NULL,
    "weekly_per_week" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,

    CONSTRAINT "escalation_budgets_pkey" PRIMARY KEY ("organization_id","scope")
);

-- CreateTable
CREATE TABLE "escalation_budget_changes" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "scope" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" UUID,

    CONSTRAINT "escalation_budget_changes_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "escalation_budget_uses" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "scope_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "period" DATE NOT NULL,
    "used" INTEGER NOT NULL,

    CONSTRAINT "escalation_budget_uses_pkey" PRIMARY KEY ("organization_id","scope_id","channel","period")
);

-- CreateTable
CREATE TABLE "escalation_rules" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "key_stages" INTEGER[],
    "exempt_categories" TEXT[],
    "briefing_hour" SMALLINT NOT NULL,
    "summary_hour" SMALLINT NOT NULL,
    "weekly_day" SMALLINT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,

    CONSTRAINT "escalation_rules_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "escalation_occasions" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "source_key" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "escalation_occasions_pkey" PRIMARY KEY ("organization_id","source_key")
);

-- CreateIndex
CREATE INDEX "escalations_fingerprint_organization_id_id_idx" ON "escalations"("fingerprint", "organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "escalations_organization_id_reference_key" ON "escalations"("organization_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "escalations_merge_key_organization_id_key" ON "escalations"("merge_key", "organization_id");

-- CreateIndex
CREATE INDEX "escalation_merges_organization_id_escalation_id_idx" ON "escalation_merges"("organization_id", "escalation_id");

-- CreateIndex
CREATE INDEX "escalation_merges_organization_id_merged_at_idx" ON "escalation_merges"("organization_id", "merged_at");

-- CreateIndex
CREATE UNIQUE INDEX "escalation_notices_organization_id_escalation_id_severity_k_key" ON "escalation_notices"("organization_id", "escalation_id", "severity", "kind", "step");

-- CreateIndex
CREATE UNIQUE INDEX "escalation_digests_organization_id_kind_deliver_at_key" ON "escalation_digests"("organization_id", "kind", "deliver_at");

-- CreateIndex
CREATE INDEX "escalation_silences_organization_id_ends_at_idx" ON "escalation_silences"("organization_id", "ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "escalation_silences_organization_id_reference_key" ON "escalation_silences"("organization_id", "reference");

-- CreateIndex
CREATE INDEX "escalation_budget_changes_organization_id_scope_idx" ON "escalation_budget_changes"("organization_id", "scope");

-- AddForeignKey
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_organization_id_model_id_fkey" FOREIGN KEY ("organization_id", "model_id") REFERENCES "models"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_organization_id_venture_id_fkey" FOREIGN KEY ("organization_id", "venture_id") REFERENCES "ventures"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_organization_id_portfolio_id_fkey" FOREIGN KEY ("organization_id", "portfolio_id") REFERENCES "portfolios"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_organization_id_digest_id_fkey" FOREIGN KEY ("organization_id", "digest_id") REFERENCES "escalation_digests"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_organization_id_assignee_user_id_fkey" FOREIGN KEY ("organization_id", "assignee_user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "escalation_merges" ADD CONSTRAINT "escalation_merges_organization_id_escalation_id_fkey" FOREIGN KEY ("organization_id", "escalation_id") REFERENCES "escalations"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "escalation_notices" ADD CONSTRAINT "escalation_notices_organization_id_escalation_id_fkey" FOREIGN KEY ("organization_id", "escalation_id") REFERENCES "escalations"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "escalation_links" ADD CONSTRAINT "escalation_links_organization_id_escalation_id_fkey" FOREIGN KEY ("organization_id", "escalation_id") REFERENCES "escalations"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "incident_reviews" ADD CONSTRAINT "incident_reviews_organization_id_escalation_id_fkey" FOREIGN KEY ("organization_id", "escalation_id") REFERENCES "escalations"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What a row says of itself must agree: one place at every instant, and a life in order (ESC-3, ESC-8).
ALTER TABLE escalations ADD CONSTRAINT escalations_words CHECK (
  severity BETWEEN 1 AND 4 AND occurrences > 0 AND episode > 0 AND status IN ('open', 'acknowledged', 'resolved')
  AND channel IN ('weekly_digest', 'daily_summary', 'next_briefing', 'immediate'));
ALTER TABLE escalations ADD CONSTRAINT escalations_one_place CHECK (CASE place
  WHEN 'delivered' THEN delivered_at IS NOT NULL AND held_by IS NULL
  WHEN 'queued' THEN held_by IS NULL AND channel <> 'immediate' AND collect_at IS NOT NULL AND deliver_at IS NOT NULL
  WHEN 'held' THEN COALESCE(held_by, '') IN ('silence', 'inhibition') AND held_by_reference IS NOT NULL AND digest_id IS NULL
  ELSE false END);
ALTER TABLE escalations ADD CONSTRAINT escalations_life CHECK (CASE status
  WHEN 'open' THEN acknowledged_at IS NULL AND resolved_at IS NULL
  WHEN 'acknowledged' THEN acknowledged_at IS NOT NULL AND resolved_at IS NULL
  ELSE resolved_at IS NOT NULL AND COALESCE(length(resolution), 0) > 0 AND merge_key IS NULL AND next_step_at IS NULL END);
ALTER TABLE escalation_budget_uses ADD CONSTRAINT escalation_budget_uses_counted CHECK (used >= 0);
ALTER TABLE escalation_silences ADD CONSTRAINT escalation_silences_end CHECK (ends_at > starts_at);

-- The queue in its orders, and what the jobs look for. Rows are counted up in place, so pages keep room.
ALTER TABLE escalations SET (fillfactor = 80);
CREATE INDEX escalations_queue ON escalations (organization_id, (5 - severity), respond_by, id) WHERE status <> 'resolved';
CREATE INDEX escalations_by_deadline ON escalations (organization_id, respond_by, id) WHERE status <> 'resolved';
CREATE INDEX escalations_by_model ON escalations (organization_id, model_id, severity) WHERE status <> 'resolved' AND model_id IS NOT NULL;
CREATE INDEX escalations_by_venture ON escalations (organization_id, venture_id) WHERE status <> 'resolved' AND venture_id IS NOT NULL;
CREATE INDEX escalations_step_due ON escalations (organization_id, next_step_at) WHERE next_step_at IS NOT NULL;
CREATE INDEX escalations_collect_due ON escalations (organization_id, collect_at) WHERE place = 'queued' AND digest_id IS NULL;
CREATE INDEX escalations_release_due ON escalations (organization_id, held_until) WHERE place = 'held';
CREATE INDEX escalations_held_by ON escalations (organization_id, held_by_reference) WHERE place = 'held';
CREATE INDEX escalations_of_digest ON escalations (organization_id, digest_id) WHERE digest_id IS NOT NULL;
CREATE INDEX escalation_digests_due ON escalation_digests (organization_id, deliver_at) WHERE delivered_at IS NULL;

DO $$
DECLARE
  room_table text;
BEGIN
  FOREACH room_table IN ARRAY ARRAY['escalations', 'escalation_merges', 'escalation_notices', 'escalation_links', 'incident_reviews',
    'escalation_digests', 'escalation_silences', 'escalation_budgets', 'escalation_budget_changes', 'escalation_budget_uses',
    'escalation_rules', 'escalation_occasions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', room_table);
    EXECUTE format(
      'CREATE POLICY organization_isolation ON %I USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization())',
      room_table);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO gavel_app', room_table);
  END LOOP;
END $$;
-- Merges, notices, links, occasions and the history of budgets are only added; nothing is deleted.
GRANT UPDATE ON escalations, escalation_digests, escalation_budgets, escalation_budget_uses, escalation_rules TO gavel_app;
GRANT UPDATE (ends_at, ended_at, ended_by, end_reason) ON escalation_silences TO gavel_app;
GRANT UPDATE (signed_at, signed_by) ON incident_reviews TO gavel_app;

-- Dedupe (ESC-4): each fingerprint once per call. An open item that was seen within 24 hours takes the raise up, under its
-- row's lock; otherwise a new episode begins. The unique key decides between two that come at once.
CREATE FUNCTION escalation_claim(p_fingerprints text[], p_items json, p_at timestamptz)
RETURNS TABLE (claimed_id uuid, claimed_reference text, claimed_fingerprint text, is_new boolean, claimed_occurrences int,
  claimed_episode int, claimed_severity smallint, claimed_score smallint, before_severity smallint, before_channel text, before_respond_by timestamptz,
  before_place text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
-- Always by key and never planned anew. A plan made while there was nothing yet would else read all that an organisation has at
-- each call: so the organisation is said in a form that no index answers, and the row policy, which would say it again, is passed.
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  IF app_organization() IS NULL THEN
    RAISE EXCEPTION 'escalation_claim: app.organization_id is not set' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE escalations e SET merge_key = NULL
  FROM (SELECT x.id FROM unnest(p_fingerprints) AS g(fingerprint) CROSS JOIN LATERAL (
      SELECT k.id, k.last_seen_at FROM escalations k
      WHERE k.merge_key = g.fingerprint AND (k.organization_id = app_organization()) IS TRUE LIMIT 1) x
    WHERE x.last_seen_at <= p_at - interval '24 hours' ORDER BY g.fingerprint) AS gone
  WHERE e.organization_id = app_organization() AND e.id = gone.id AND e.last_seen_at <= p_at - interval '24 hours';

  RETURN QUERY
  INSERT INTO escalations AS e (reference, title, title_key, description, source, category, trigger, severity, score, parts,
    model_id, venture_id, portfolio_id, stage, impact_cents, deadline_at, fingerprint, merge_key, episode, previous_id,
    occurrences, raised_at, raised_by, last_seen_at, respond_by, charter_version, severe_since, next_step_at, channel,
    wanted_channel, is_over_budget, place, held_by, held_by_reference, held_until, collect_at, deliver_at, delivered_at, marks)
  SELECT g.reference, g.title, g.title_key, g.description, g.source, g.category, g.trigger, g.severity, g.score, g.parts,
    g.model_id, g.venture_id, g.portfolio_id, g.stage, g.impact_cents, g.deadline_at, g.fingerprint, g.fingerprint,
    COALESCE(earlier.episode, 0) + 1, earlier.id, g.occurrences, p_at, g.raised_by, p_at, g.respond_by, g.charter_version,
    p_at, g.next_step_at, g.channel, g.wanted_channel, g.is_over_budget, g.place, g.held_by, g.held_by_reference,
    g.held_until, g.collect_at, g.deliver_at, g.delivered_at, g.marks
  FROM json_to_recordset(p_items) AS g(reference text, title text, title_key text, description text, source text,
    category text, trigger text, severity smallint, score smallint, parts jsonb, model_id uuid, venture_id uuid,
    portfolio_id uuid, stage smallint, impact_cents bigint, deadline_at timestamptz, fingerprint text, occurrences int,
    raised_by uuid, respond_by timestamptz, charter_version int, next_step_at timestamptz, channel text, wanted_channel text,
    is_over_budget boolean, place text, held_by text, held_by_reference text, held_until timestamptz, collect_at timestamptz,
    deliver_at timestamptz, delivered_at timestamptz, marks jsonb)
  LEFT JOIN LATERAL (
    SELECT x.id, x.episode FROM escalations x
    WHERE x.fingerprint = g.fingerprint AND (x.organization_id = app_organization()) IS TRUE ORDER BY x.id DESC LIMIT 1) earlier ON true
  ORDER BY g.fingerprint
  ON CONFLICT (merge_key, organization_id) DO UPDATE SET
    occurrences = e.occurrences + EXCLUDED.occurrences,
    last_seen_at = GREATEST(e.last_seen_at, EXCLUDED.last_seen_at),
    severity = GREATEST(e.severity, EXCLUDED.severity),
    score = GREATEST(e.score, EXCLUDED.score),
    parts = CASE WHEN (EXCLUDED.severity, EXCLUDED.score) > (e.severity, e.score) THEN EXCLUDED.parts ELSE e.parts END,
    severe_since = CASE WHEN EXCLUDED.severity > e.severity THEN EXCLUDED.severe_since ELSE e.severe_since END,
    respond_by = CASE WHEN EXCLUDED.severity > e.severity THEN LEAST(e.respond_by, EXCLUDED.respond_by) ELSE e.respond_by END
  RETURNING e.id, e.reference, e.fingerprint, old.id IS NULL, e.occurrences, e.episode, e.severity, e.score, old.severity, old.channel,
    old.respond_by, old.place;
END $$;

-- What is due where, for the sweep: each is then done by an operation of its own, in the organisation's transaction.
CREATE FUNCTION due_escalation_work() RETURNS TABLE (organization_id uuid, work text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, w.work FROM organizations o CROSS JOIN LATERAL (
    SELECT 'release' AS work WHERE EXISTS (SELECT 1 FROM escalations e
      WHERE e.organization_id = o.id AND e.place = 'held' AND e.held_until <= governance_now())
    UNION ALL
    SELECT 'collect' WHERE EXISTS (SELECT 1 FROM escalations e
      WHERE e.organization_id = o.id AND e.place = 'queued' AND e.digest_id IS NULL AND e.collect_at <= governance_now())
    UNION ALL
    SELECT 'deliver' WHERE EXISTS (SELECT 1 FROM escalation_digests d
      WHERE d.organization_id = o.id AND d.delivered_at IS NULL AND d.deliver_at <= governance_now())
    UNION ALL
    SELECT 'steps' WHERE EXISTS (SELECT 1 FROM escalations e
      WHERE e.organization_id = o.id AND e.next_step_at <= governance_now() AND e.place <> 'held')
  ) AS w
$$;
REVOKE ALL ON FUNCTION escalation_claim(text[], json, timestamptz), due_escalation_work() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION escalation_claim(text[], json, timestamptz), due_escalation_work() TO gavel_app;
