-- What an analyst said of a proposal, kept apart from everything that decides (ADV-1, ADV-3). The application adds advice
-- and puts the decision beside it; it can neither change nor remove what was said.
-- CreateTable
CREATE TABLE "advice" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "proposal_reference" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "inputs_digest" TEXT NOT NULL,
    "recommendation" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "error" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "decision_reference" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "advice_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "advice_organization_id_decided_at_idx" ON "advice"("organization_id", "decided_at");

-- CreateIndex
CREATE UNIQUE INDEX "advice_organization_id_proposal_reference_provider_key" ON "advice"("organization_id", "proposal_reference", "provider");

-- AddForeignKey
ALTER TABLE "advice" ADD CONSTRAINT "advice_organization_id_proposal_reference_fkey" FOREIGN KEY ("organization_id", "proposal_reference") REFERENCES "proposals"("organization_id", "reference") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE advice ADD CONSTRAINT advice_recommendation CHECK (recommendation IN ('support', 'oppose', 'neutral'));
-- A failed analyst says nothing for or against (ADV-2).
ALTER TABLE advice ADD CONSTRAINT advice_failed_is_neutral CHECK (error IS NULL OR recommendation = 'neutral');

ALTER TABLE advice ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON advice USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());
GRANT SELECT, INSERT ON advice TO gavel_app;
GRANT UPDATE (outcome, decision_reference, decided_at) ON advice TO gavel_app;

-- Proposals that opened before there was an analyst are asked about now.
INSERT INTO outbox (organization_id, topic, payload, request_id)
SELECT organization_id, 'voting.proposal_opened', jsonb_build_object('proposalReference', reference), gen_random_uuid()::text
FROM proposals WHERE status = 'open';
