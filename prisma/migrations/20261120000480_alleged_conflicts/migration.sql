-- Conflicts of interest that others allege, and how they were ruled (BRD-5). The application adds an allegation, lets it be
-- answered and ruled on, and can neither change what was alleged nor remove it.

-- AlterTable
ALTER TABLE "declared_conflicts" ADD COLUMN     "basis" TEXT NOT NULL DEFAULT 'declared';

-- CreateTable
CREATE TABLE "alleged_conflicts" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "seat_reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "model_id" UUID,
    "proposal_id" UUID,
    "target" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "alleged_by" UUID NOT NULL,
    "alleged_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "ruling" TEXT,
    "ruling_reason" TEXT,
    "ruled_by" UUID,
    "ruled_as" TEXT,
    "ruled_at" TIMESTAMPTZ(3),
    "conflict_id" UUID,
    "recused_from" TEXT[],

    CONSTRAINT "alleged_conflicts_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "alleged_conflicts_organization_id_user_id_idx" ON "alleged_conflicts"("organization_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "alleged_conflicts_organization_id_reference_key" ON "alleged_conflicts"("organization_id", "reference");

-- AddForeignKey
ALTER TABLE "alleged_conflicts" ADD CONSTRAINT "alleged_conflicts_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "alleged_conflicts" ADD CONSTRAINT "alleged_conflicts_organization_id_model_id_fkey" FOREIGN KEY ("organization_id", "model_id") REFERENCES "models"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "alleged_conflicts" ADD CONSTRAINT "alleged_conflicts_organization_id_proposal_id_fkey" FOREIGN KEY ("organization_id", "proposal_id") REFERENCES "proposals"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE declared_conflicts ADD CONSTRAINT declared_conflicts_basis CHECK (basis IN ('declared', 'ruling'));
ALTER TABLE alleged_conflicts ADD CONSTRAINT alleged_conflicts_target CHECK (CASE kind
  WHEN 'model' THEN model_id IS NOT NULL AND proposal_id IS NULL
  WHEN 'proposal' THEN proposal_id IS NOT NULL AND model_id IS NULL
  WHEN 'vendor' THEN model_id IS NULL AND proposal_id IS NULL
  ELSE false END);
ALTER TABLE alleged_conflicts ADD CONSTRAINT alleged_conflicts_answer CHECK ((answer IS NULL) = (answered_at IS NULL));
ALTER TABLE alleged_conflicts ADD CONSTRAINT alleged_conflicts_ruling CHECK (
  num_nulls(ruling, ruling_reason, ruled_by, ruled_as, ruled_at) IN (0, 5) AND ruling IN ('upheld', 'dismissed'));
-- Nobody alleges a conflict of themselves, or rules in their own cause (BRD-173).
ALTER TABLE alleged_conflicts ADD CONSTRAINT alleged_conflicts_own_cause CHECK (
  alleged_by <> user_id AND ruled_by NOT IN (user_id, alleged_by));
-- What waits for a ruling, and once a person and subject.
CREATE UNIQUE INDEX alleged_conflicts_pending ON alleged_conflicts (organization_id, user_id, kind, lower(target))
  WHERE ruling IS NULL;

ALTER TABLE alleged_conflicts ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON alleged_conflicts
  USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());
GRANT SELECT, INSERT ON alleged_conflicts TO gavel_app;
GRANT UPDATE (answer, answered_at, ruling, ruling_reason, ruled_by, ruled_as, ruled_at, conflict_id, recused_from)
  ON alleged_conflicts TO gavel_app;
