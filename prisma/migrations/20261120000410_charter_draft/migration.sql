-- The one working draft of a charter (BRD-9): sections as typed, each with its own revision. The row stays when a draft is
-- discarded, so that revisions never come round again.

-- CreateTable
CREATE TABLE "charter_drafts" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "sections" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "charter_drafts_pkey" PRIMARY KEY ("organization_id")
);

ALTER TABLE charter_drafts ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON charter_drafts
  USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());
GRANT SELECT, INSERT, UPDATE ON charter_drafts TO gavel_app;
