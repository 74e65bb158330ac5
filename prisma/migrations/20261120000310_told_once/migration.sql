-- Telling once is a fact of the database: a notice with a source key reaches a person once, a source gives one action
-- item per place. And three narrow questions across organisations for the jobs and the health check.

-- AlterTable
ALTER TABLE "action_items" ADD COLUMN     "source_index" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "mail_deliveries" ADD COLUMN     "attempted_at" TIMESTAMPTZ(3),
ADD COLUMN     "deliver_after" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now();

-- AlterTable
ALTER TABLE "notifications" ADD COLUMN     "source_key" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "action_items_organization_id_source_kind_source_reference_s_key" ON "action_items"("organization_id", "source_kind", "source_reference", "source_index");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_organization_id_user_id_source_key_key" ON "notifications"("organization_id", "user_id", "source_key");

-- How far behind the work is that happens by itself: outbox messages that could have gone, and proposals past their
-- deadline that nobody closed. Ages are 0 when nothing waits.
CREATE FUNCTION jobs_health()
RETURNS TABLE (outbox_waiting bigint, outbox_age_seconds double precision, overdue_age_seconds double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT
    (SELECT count(*) FROM outbox WHERE available_at <= governance_now()),
    COALESCE((SELECT EXTRACT(EPOCH FROM governance_now() - min(available_at)) FROM outbox
      WHERE available_at <= governance_now()), 0)::double precision,
    COALESCE((SELECT EXTRACT(EPOCH FROM governance_now() - min(deadline_at)) FROM proposals
      WHERE status = 'open' AND deadline_at <= governance_now()), 0)::double precision
$$;

-- Organisations whose record does not end where its head says: 0 when all is well.
CREATE FUNCTION audit_health() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT count(*) FROM audit_heads h
  WHERE h.size IS DISTINCT FROM COALESCE(
    (SELECT max(e.number) FROM audit_entries e WHERE e.organization_id = h.organization_id), 0)
$$;

REVOKE ALL ON FUNCTION jobs_health(), audit_health() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION jobs_health(), audit_health() TO gavel_app;
