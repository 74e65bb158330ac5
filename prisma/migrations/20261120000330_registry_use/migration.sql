-- A change of status that needs an owner and the chair is asked for by one and made by the other (REG-1); and what a list of
-- 100,000 models needs to find its page without reading them all.

-- CreateTable
CREATE TABLE "transition_requests" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "model_id" UUID NOT NULL,
    "to_status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by" UUID NOT NULL,
    "requested_as" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "transition_requests_pkey" PRIMARY KEY ("organization_id","model_id")
);

-- CreateIndex
CREATE INDEX "models_organization_id_risk_score_id_idx" ON "models"("organization_id", "risk_score", "id");

-- CreateIndex
CREATE INDEX "models_organization_id_tier_id_idx" ON "models"("organization_id", "tier", "id");

-- CreateIndex
CREATE INDEX "models_organization_id_status_id_idx" ON "models"("organization_id", "status", "id");

-- AddForeignKey
ALTER TABLE "transition_requests" ADD CONSTRAINT "transition_requests_organization_id_model_id_fkey" FOREIGN KEY ("organization_id", "model_id") REFERENCES "models"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE transition_requests ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON transition_requests
  USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());
GRANT SELECT, INSERT, UPDATE, DELETE ON transition_requests TO gavel_app;

DROP INDEX models_name_search;
CREATE INDEX models_by_name ON models (organization_id, lower(name), id);
CREATE INDEX models_by_next_review ON models (organization_id, (COALESCE(next_review_at, '-infinity'::timestamptz)), id);

-- Models whose text contains the pattern, at most so many. Row-level security keeps LIKE from using an index, because LIKE
-- could leak what it is compared with; this function names the organisation itself and so may use it.
CREATE FUNCTION model_search(p_pattern text, p_limit int) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT m.id FROM models m
  WHERE m.organization_id = app_organization() AND lower(m.name || ' ' || m.description || ' ' || m.unit) LIKE p_pattern
  LIMIT p_limit
$$;
REVOKE ALL ON FUNCTION model_search(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION model_search(text, int) TO gavel_app;
