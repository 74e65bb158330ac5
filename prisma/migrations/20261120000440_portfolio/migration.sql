-- Components that act for the organisation (PRT-101). The application registers and changes them by decisions; what a
-- decision changed is added beside it and never rewritten; nothing is removed.
-- CreateTable
CREATE TABLE "components" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "version_key" TEXT NOT NULL,
    "capabilities" TEXT[],
    "risk_assessment" TEXT NOT NULL,
    "trust_level" TEXT NOT NULL DEFAULT 'sandbox',
    "status" TEXT NOT NULL DEFAULT 'active',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "registered_by" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "components_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "component_changes" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "component_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "proposal" TEXT NOT NULL,
    "differences" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "component_changes_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "components_organization_id_reference_key" ON "components"("organization_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "components_organization_id_name_key_version_key_key" ON "components"("organization_id", "name_key", "version_key");

-- CreateIndex
CREATE INDEX "component_changes_organization_id_component_id_idx" ON "component_changes"("organization_id", "component_id");

-- AddForeignKey
ALTER TABLE "component_changes" ADD CONSTRAINT "component_changes_organization_id_component_id_fkey" FOREIGN KEY ("organization_id", "component_id") REFERENCES "components"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE components ADD CONSTRAINT components_trust_level
  CHECK (trust_level IN ('core', 'trusted', 'standard', 'sandbox', 'quarantine'));
ALTER TABLE components ADD CONSTRAINT components_status CHECK (status IN ('active', 'paused', 'retired'));
ALTER TABLE component_changes ADD CONSTRAINT component_changes_kind
  CHECK (kind IN ('registered', 'changed', 'trust_set', 'paused', 'resumed', 'retired'));

ALTER TABLE components ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON components
  USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());
ALTER TABLE component_changes ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON component_changes
  USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());
GRANT SELECT, INSERT ON components, component_changes TO gavel_app;
GRANT UPDATE (name, version, name_key, version_key, capabilities, risk_assessment, trust_level, status, revision, updated_at)
  ON components TO gavel_app;
