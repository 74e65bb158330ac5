-- What the state of a proposal is derived from (VOT-1): acts and the decision on advice with their instants; the ground of
-- each recusal (BRD-5); what a receipt is opened and found with (VOT-4). The record names a ballot by its receipt digest,
-- so a cast needs no pointer to an entry that is written after it.
-- AlterTable
ALTER TABLE "ballot_casts" DROP COLUMN "audit_entry_id",
ADD COLUMN     "receipt_digest" TEXT NOT NULL,
ADD COLUMN     "salt" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "electors" ADD COLUMN     "recusal_basis" TEXT;

-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "act" TEXT,
ADD COLUMN     "acted_at" TIMESTAMPTZ(3),
ADD COLUMN     "acted_by" UUID,
ADD COLUMN     "advised_at" TIMESTAMPTZ(3),
ADD COLUMN     "advised_decision" TEXT,
ADD COLUMN     "closed_by" UUID;

