-- How many of each weight a frozen roll holds, written with the roll itself, so that no tally reads thousands of places again
-- (VOT-3, VOT-7). Who stands aside is found by an index of its own.
-- CreateTable
CREATE TABLE "roll_counts" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "proposal_id" UUID NOT NULL,
    "weight" INTEGER NOT NULL,
    "voters" INTEGER NOT NULL,

    CONSTRAINT "roll_counts_pkey" PRIMARY KEY ("organization_id","proposal_id","weight")
);

-- AddForeignKey
ALTER TABLE "roll_counts" ADD CONSTRAINT "roll_counts_organization_id_proposal_id_fkey" FOREIGN KEY ("organization_id", "proposal_id") REFERENCES "proposals"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE roll_counts ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_isolation ON roll_counts USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());
-- The application reads it; only the trigger writes.
GRANT SELECT ON roll_counts TO gavel_app;

INSERT INTO roll_counts (organization_id, proposal_id, weight, voters)
SELECT organization_id, proposal_id, weight, count(*) FROM electors GROUP BY 1, 2, 3;

-- INVARIANT: a place on a roll is only added, and keeps its weight.
CREATE FUNCTION count_roll() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO roll_counts AS r (organization_id, proposal_id, weight, voters)
  SELECT organization_id, proposal_id, weight, count(*) FROM added GROUP BY 1, 2, 3
  ON CONFLICT (organization_id, proposal_id, weight) DO UPDATE SET voters = r.voters + EXCLUDED.voters;
  RETURN NULL;
END $$;
CREATE TRIGGER count_roll AFTER INSERT ON electors REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_roll();
REVOKE ALL ON FUNCTION count_roll() FROM PUBLIC;

DROP INDEX electors_tally;
CREATE INDEX electors_aside ON electors (organization_id, proposal_id, weight) WHERE recused_at IS NOT NULL;
