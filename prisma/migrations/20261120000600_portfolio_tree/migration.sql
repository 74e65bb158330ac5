-- The tree of the organisation's one ecosystem (PRT-131): portfolios, and ventures with a stage and an allocation.
-- CreateTable
CREATE TABLE "portfolios" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "portfolios_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "ventures" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "portfolio_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "stage" INTEGER NOT NULL,
    "allocation_cents" BIGINT NOT NULL,
    "lifecycle" TEXT NOT NULL DEFAULT 'active',
    "lead_user_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ventures_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "portfolios_organization_id_reference_key" ON "portfolios"("organization_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "portfolios_organization_id_name_key_key" ON "portfolios"("organization_id", "name_key");

-- CreateIndex
CREATE UNIQUE INDEX "ventures_organization_id_reference_key" ON "ventures"("organization_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "ventures_organization_id_portfolio_id_name_key_key" ON "ventures"("organization_id", "portfolio_id", "name_key");

-- AddForeignKey
ALTER TABLE "ventures" ADD CONSTRAINT "ventures_organization_id_portfolio_id_fkey" FOREIGN KEY ("organization_id", "portfolio_id") REFERENCES "portfolios"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ventures" ADD CONSTRAINT "ventures_organization_id_lead_user_id_fkey" FOREIGN KEY ("organization_id", "lead_user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE ventures ADD CONSTRAINT ventures_stage CHECK (stage BETWEEN 1 AND 25);
ALTER TABLE ventures ADD CONSTRAINT ventures_allocation CHECK (allocation_cents >= 0);
ALTER TABLE ventures ADD CONSTRAINT ventures_lifecycle CHECK (lifecycle IN ('planned', 'active', 'paused', 'ended'));

ALTER TABLE portfolios ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON portfolios USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());
GRANT SELECT, INSERT, UPDATE ON portfolios TO gavel_app;
ALTER TABLE ventures ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON ventures USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());
GRANT SELECT, INSERT, UPDATE ON ventures TO gavel_app;
