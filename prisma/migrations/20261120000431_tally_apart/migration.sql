-- The indexes that count are kept apart from statements that look for one person: while statistics are old they looked as good as
-- the primary key for that, and answered by reading everybody. Their condition holds for every row; a statement that counts
-- repeats it.
DROP INDEX "ballots_organization_id_proposal_id_choice_weight_idx";
DROP INDEX "electors_organization_id_proposal_id_weight_recused_at_idx";
CREATE INDEX ballots_tally ON ballots (organization_id, proposal_id, choice, weight) WHERE weight >= 0;
CREATE INDEX electors_tally ON electors (organization_id, proposal_id, weight, recused_at) WHERE weight >= 0;
