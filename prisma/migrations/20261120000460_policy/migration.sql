-- Policies in versions that never change (POL-4), and the register of what the board lets stand for a time: risk acceptances
-- and exceptions (POL-101).
-- CreateTable
CREATE TABLE "policies" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "policies_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "policy_versions" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "policy_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "change" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "author_user_id" UUID NOT NULL,
    "proposal_reference" TEXT NOT NULL,
    "decision_reference" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_versions_pkey" PRIMARY KEY ("organization_id","policy_id","version")
);

-- CreateTable
CREATE TABLE "standing_grants" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "model_id" UUID,
    "policy_id" UUID,
    "granted_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "proposal_reference" TEXT NOT NULL,
    "decision_reference" TEXT NOT NULL,
    "proposer_user_id" UUID NOT NULL,
    "renews_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,
    "revoke_reason" TEXT,

    CONSTRAINT "standing_grants_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "policies_organization_id_reference_key" ON "policies"("organization_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "policy_versions_organization_id_proposal_reference_key" ON "policy_versions"("organization_id", "proposal_reference");

-- CreateIndex
CREATE INDEX "standing_grants_organization_id_until_on_idx" ON "standing_grants"("organization_id", "until_on");

-- CreateIndex
CREATE INDEX "standing_grants_organization_id_model_id_idx" ON "standing_grants"("organization_id", "model_id");

-- CreateIndex
CREATE UNIQUE INDEX "standing_grants_organization_id_reference_key" ON "standing_grants"("organization_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "standing_grants_organization_id_proposal_reference_key" ON "standing_grants"("organization_id", "proposal_reference");

-- CreateIndex
CREATE UNIQUE INDEX "standing_grants_organization_id_renews_id_key" ON "standing_grants"("organization_id", "renews_id");

-- AddForeignKey
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_organization_id_policy_id_fkey" FOREIGN KEY ("organization_id", "policy_id") REFERENCES "policies"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_organization_id_author_user_id_fkey" FOREIGN KEY ("organization_id", "author_user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "standing_grants" ADD CONSTRAINT "standing_grants_organization_id_model_id_fkey" FOREIGN KEY ("organization_id", "model_id") REFERENCES "models"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "standing_grants" ADD CONSTRAINT "standing_grants_organization_id_policy_id_fkey" FOREIGN KEY ("organization_id", "policy_id") REFERENCES "policies"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "standing_grants" ADD CONSTRAINT "standing_grants_organization_id_proposer_user_id_fkey" FOREIGN KEY ("organization_id", "proposer_user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "standing_grants" ADD CONSTRAINT "standing_grants_organization_id_revoked_by_fkey" FOREIGN KEY ("organization_id", "revoked_by") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "standing_grants" ADD CONSTRAINT "standing_grants_organization_id_renews_id_fkey" FOREIGN KEY ("organization_id", "renews_id") REFERENCES "standing_grants"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE policy_versions ADD CONSTRAINT policy_versions_change CHECK (change IN ('create', 'change', 'retire'));
ALTER TABLE policies ADD CONSTRAINT policies_version CHECK (version >= 1);
-- Two policies of one name cannot be told apart.
CREATE UNIQUE INDEX policies_name ON policies (organization_id, name_key) WHERE retired_at IS NULL;

ALTER TABLE standing_grants ADD CONSTRAINT standing_grants_kind CHECK (kind IN ('risk_acceptance', 'exception_grant'));
ALTER TABLE standing_grants ADD CONSTRAINT standing_grants_days CHECK (until_on >= granted_on);
ALTER TABLE standing_grants ADD CONSTRAINT standing_grants_revoked
  CHECK (num_nulls(revoked_at, revoked_by, revoke_reason) IN (0, 3));

ALTER TABLE policies ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON policies USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());
GRANT SELECT, INSERT ON policies TO gavel_app;
GRANT UPDATE (name_key, version, retired_at) ON policies TO gavel_app;

ALTER TABLE policy_versions ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON policy_versions USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());
GRANT SELECT, INSERT ON policy_versions TO gavel_app;

ALTER TABLE standing_grants ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON standing_grants USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());
GRANT SELECT, INSERT ON standing_grants TO gavel_app;
GRANT UPDATE (revoked_at, revoked_by, revoke_reason) ON standing_grants TO gavel_app;
