-- Decisions that a chair takes alone and the board ratifies (VOT-11): what standing a decision has, what it is about, the
-- vote that ratifies it, and the decision that made it final or reversed it.
-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "ratification_id" UUID,
ADD COLUMN     "settles" TEXT,
ADD COLUMN     "standing" TEXT NOT NULL DEFAULT 'final',
ADD COLUMN     "subject" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "decisions_organization_id_ratification_id_key" ON "decisions"("organization_id", "ratification_id");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_organization_id_settles_key" ON "decisions"("organization_id", "settles");

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_organization_id_ratification_id_fkey" FOREIGN KEY ("organization_id", "ratification_id") REFERENCES "proposals"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_organization_id_settles_fkey" FOREIGN KEY ("organization_id", "settles") REFERENCES "decisions"("organization_id", "reference") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE decisions ADD CONSTRAINT decision_standing CHECK (standing IN ('provisional', 'final', 'reversed'));
ALTER TABLE decisions ADD CONSTRAINT provisional_on_something CHECK (standing = 'final' OR subject IS NOT NULL);
-- The judge of two chair decisions at once: a subject carries one provisional decision.
CREATE UNIQUE INDEX one_provisional_decision_per_subject ON decisions (organization_id, subject) WHERE standing = 'provisional';

-- Of the votes that lock a model one is open at a time; ratifying its suspension, accepting a risk of it or granting an exception may stand beside.
DROP INDEX one_open_proposal_per_model;
CREATE UNIQUE INDEX one_open_proposal_per_model ON proposals (organization_id, model_id)
  WHERE status = 'open' AND model_id IS NOT NULL AND kind IN ('model_approval', 'decommission');

-- What was decided stays as it was: only its standing moves, and the vote that ratifies it is named once it is open.
REVOKE UPDATE, DELETE ON decisions FROM gavel_app;
GRANT UPDATE (standing, ratification_id) ON decisions TO gavel_app;
