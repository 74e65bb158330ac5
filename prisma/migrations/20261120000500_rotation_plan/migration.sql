-- Who could follow in each seat of the board, in order (BRD-6). A plan is replaced as a whole; what it was before is on record.
-- CreateTable
CREATE TABLE "rotation_plans" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "role" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "planned_by" UUID NOT NULL,

    CONSTRAINT "rotation_plans_pkey" PRIMARY KEY ("organization_id","role")
);

-- CreateTable
CREATE TABLE "rotation_candidates" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "role" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "rotation_candidates_pkey" PRIMARY KEY ("organization_id","role","place")
);

-- CreateIndex
CREATE UNIQUE INDEX "rotation_candidates_organization_id_role_user_id_key" ON "rotation_candidates"("organization_id", "role", "user_id");

-- AddForeignKey
ALTER TABLE "rotation_plans" ADD CONSTRAINT "rotation_plans_organization_id_planned_by_fkey" FOREIGN KEY ("organization_id", "planned_by") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rotation_candidates" ADD CONSTRAINT "rotation_candidates_organization_id_role_fkey" FOREIGN KEY ("organization_id", "role") REFERENCES "rotation_plans"("organization_id", "role") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rotation_candidates" ADD CONSTRAINT "rotation_candidates_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE rotation_plans ADD CONSTRAINT rotation_plans_revision CHECK (revision >= 1);
ALTER TABLE rotation_candidates ADD CONSTRAINT rotation_candidates_place CHECK (place BETWEEN 1 AND 5);

ALTER TABLE rotation_plans ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON rotation_plans USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());
GRANT SELECT, INSERT, UPDATE ON rotation_plans TO gavel_app;

ALTER TABLE rotation_candidates ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON rotation_candidates USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());
GRANT SELECT, INSERT, DELETE ON rotation_candidates TO gavel_app;
