-- Tallies of any size from indexes alone (VOT-3, VOT-7). All columns are key columns, none included: equal entries are then kept
-- once, and ten thousand ballots fit on a few pages.
DROP INDEX "ballots_tally";

-- CreateIndex
CREATE INDEX "ballots_organization_id_proposal_id_choice_weight_idx" ON "ballots"("organization_id", "proposal_id", "choice", "weight");

-- CreateIndex
CREATE INDEX "electors_organization_id_proposal_id_weight_recused_at_idx" ON "electors"("organization_id", "proposal_id", "weight", "recused_at");

-- The one place of the chair on a roll.
CREATE INDEX electors_chair ON electors (organization_id, proposal_id) WHERE seat_role = 'chair';

-- Those whose right to vote may have ended, to be looked at instead of everybody.
CREATE INDEX memberships_without_vote ON memberships (organization_id, user_id)
  WHERE ended_at IS NOT NULL OR trust_level = 'quarantine' OR granted_roles && '{auditor}'::text[];
