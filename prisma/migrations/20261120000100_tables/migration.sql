-- CreateTable
CREATE TABLE "audit_heads" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "size" BIGINT NOT NULL DEFAULT 0,
    "frontier" BYTEA[],

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "number" BIGINT NOT NULL,
    "leaf" TEXT NOT NULL,
    "leaf_hash" BYTEA NOT NULL,
    "action" TEXT NOT NULL,
    "entry_id" UUID NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "subject_type" TEXT NOT NULL,
    "subject_reference" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "personal" JSONB,
    "personal_salt" BYTEA,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("organization_id","number")
);

-- CreateTable
CREATE TABLE "audit_nodes" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "level" INTEGER NOT NULL,
    "index" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_nodes_pkey" PRIMARY KEY ("organization_id","level","index")
);

-- CreateTable
CREATE TABLE "audit_checkpoints" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "size" BIGINT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "audit_checkpoints_pkey" PRIMARY KEY ("organization_id","size")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "organization_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock_override" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "frozen_at" TIMESTAMPTZ(3),
    "offset_milliseconds" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "clock_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "board_members" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "department" TEXT NOT NULL DEFAULT '',
    "expertise" TEXT[],
    "term_start_at" TIMESTAMPTZ(3) NOT NULL,
    "term_end_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "board_members_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "declared_conflicts" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "model_id" UUID,
    "target" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "declared_by" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "declared_conflicts_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "charter_versions" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "template" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "adopted_by_decision" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "charter_versions_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "user_id" UUID NOT NULL,
    "granted_roles" TEXT[],
    "trust_level" TEXT NOT NULL DEFAULT 'standard',
    "department" TEXT NOT NULL DEFAULT '',
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "ended_at" TIMESTAMPTZ(3),
    "digest_hour" INTEGER NOT NULL DEFAULT 17,
    "quiet_from_hour" INTEGER,
    "quiet_until_hour" INTEGER,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("organization_id","user_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "address" TEXT NOT NULL DEFAULT '',
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "public_id" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "organization_settings" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "updated_by" UUID,

    CONSTRAINT "organization_settings_pkey" PRIMARY KEY ("organization_id","key")
);

-- CreateTable
CREATE TABLE "action_items" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "assignee_user_id" UUID,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "source_kind" TEXT NOT NULL,
    "source_reference" TEXT NOT NULL,
    "model_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "completed_at" TIMESTAMPTZ(3),
    "closing_note" TEXT,

    CONSTRAINT "action_items_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "href" TEXT NOT NULL,
    "urgency" TEXT NOT NULL DEFAULT 'normal',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "mail_deliveries" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "notification_id" UUID,
    "recipient_user_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_deliveries_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "request_id" TEXT NOT NULL,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "models" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "owner_user_id" UUID,
    "unit" TEXT NOT NULL DEFAULT '',
    "agency" TEXT NOT NULL DEFAULT '',
    "bureau" TEXT NOT NULL DEFAULT '',
    "tier" TEXT NOT NULL,
    "tier_reasons" JSONB NOT NULL,
    "tier_override" JSONB,
    "status" TEXT NOT NULL,
    "suspended_from" TEXT,
    "risk_score" INTEGER NOT NULL DEFAULT 0,
    "risk_contributions" JSONB NOT NULL,
    "tags" TEXT[],
    "affects_rights" BOOLEAN,
    "affects_safety" BOOLEAN,
    "decides_autonomously" BOOLEAN,
    "uses_personal_data" BOOLEAN,
    "is_public_facing" BOOLEAN,
    "stage" TEXT,
    "stage_dates" JSONB NOT NULL,
    "last_review_at" TIMESTAMPTZ(3),
    "next_review_at" TIMESTAMPTZ(3),
    "source_name" TEXT,
    "source_id" TEXT,
    "source_facts" JSONB,
    "content_digest" TEXT,
    "locked_by_proposal" TEXT,
    "approved_package_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "models_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "scorecard_drafts" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "model_id" UUID NOT NULL,
    "scores" JSONB NOT NULL,
    "conditions" JSONB NOT NULL,
    "voting_hours" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "updated_by" UUID,

    CONSTRAINT "scorecard_drafts_pkey" PRIMARY KEY ("organization_id","model_id")
);

-- CreateTable
CREATE TABLE "decision_packages" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "model_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "canonical" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "evaluation" JSONB NOT NULL,
    "submitted_by" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "decision_packages_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "risk_score_entries" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "model_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "contributions" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "risk_score_entries_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "import_batches" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "content_digest" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "mapping" JSONB,
    "state" TEXT NOT NULL DEFAULT 'uploaded',
    "counts" JSONB,
    "report" JSONB,
    "failure" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_batches_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "import_progress" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "import_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "rows_done" INTEGER NOT NULL,
    "rows_total" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "import_progress_pkey" PRIMARY KEY ("organization_id","import_id")
);

-- CreateTable
CREATE TABLE "saved_mappings" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),
    "updated_by" UUID,

    CONSTRAINT "saved_mappings_pkey" PRIMARY KEY ("organization_id","name")
);

-- CreateTable
CREATE TABLE "proposals" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "conditions" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "is_binding" BOOLEAN NOT NULL DEFAULT true,
    "is_inquorate" BOOLEAN NOT NULL DEFAULT false,
    "is_sealed" BOOLEAN NOT NULL DEFAULT false,
    "proposer_user_id" UUID NOT NULL,
    "model_id" UUID,
    "package_id" UUID,
    "subject_digest" TEXT,
    "rule" JSONB,
    "charter_version" INTEGER,
    "voting_hours" INTEGER NOT NULL DEFAULT 72,
    "opened_at" TIMESTAMPTZ(3),
    "deadline_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "result" JSONB,
    "act_reason" TEXT,
    "executed_at" TIMESTAMPTZ(3),
    "execution_failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "electors" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "proposal_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seat_role" TEXT,
    "seat_reference" TEXT,
    "weight" INTEGER NOT NULL,
    "recused_at" TIMESTAMPTZ(3),
    "recusal_reason" TEXT,
    "recused_by" UUID,

    CONSTRAINT "electors_pkey" PRIMARY KEY ("organization_id","proposal_id","user_id")
);

-- CreateTable
CREATE TABLE "ballots" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "proposal_id" UUID NOT NULL,
    "voter_user_id" UUID NOT NULL,
    "choice" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "reasoning" TEXT NOT NULL DEFAULT '',
    "subject_digest" TEXT,
    "cast_id" UUID NOT NULL,
    "cast_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ballots_pkey" PRIMARY KEY ("organization_id","proposal_id","voter_user_id")
);

-- CreateTable
CREATE TABLE "ballot_casts" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "proposal_id" UUID NOT NULL,
    "voter_user_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "choice" TEXT NOT NULL,
    "reasoning" TEXT NOT NULL DEFAULT '',
    "subject_digest" TEXT,
    "cast_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "audit_entry_id" UUID,

    CONSTRAINT "ballot_casts_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "organization_id" UUID NOT NULL DEFAULT app_organization(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "proposal_id" UUID,
    "model_id" UUID,
    "package_digest" TEXT,
    "decided_by" UUID,
    "rationale" TEXT NOT NULL DEFAULT '',
    "why" TEXT NOT NULL,
    "conditions" JSONB NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT governance_now(),

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "audit_entries_organization_id_action_number_idx" ON "audit_entries"("organization_id", "action", "number" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_organization_id_subject_reference_number_idx" ON "audit_entries"("organization_id", "subject_reference", "number" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_organization_id_actor_id_number_idx" ON "audit_entries"("organization_id", "actor_id", "number" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_organization_id_occurred_at_idx" ON "audit_entries"("organization_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entries_organization_id_entry_id_key" ON "audit_entries"("organization_id", "entry_id");

-- CreateIndex
CREATE INDEX "board_members_organization_id_user_id_idx" ON "board_members"("organization_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "board_members_organization_id_reference_key" ON "board_members"("organization_id", "reference");

-- CreateIndex
CREATE INDEX "declared_conflicts_organization_id_user_id_idx" ON "declared_conflicts"("organization_id", "user_id");

-- CreateIndex
CREATE INDEX "declared_conflicts_organization_id_model_id_idx" ON "declared_conflicts"("organization_id", "model_id");

-- CreateIndex
CREATE UNIQUE INDEX "charter_versions_organization_id_version_key" ON "charter_versions"("organization_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "charter_versions_organization_id_reference_key" ON "charter_versions"("organization_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_organization_id_user_id_idx" ON "sessions"("organization_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_organization_id_user_id_idx" ON "invitations"("organization_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_public_id_key" ON "api_keys"("public_id");

-- CreateIndex
CREATE INDEX "api_keys_organization_id_user_id_idx" ON "api_keys"("organization_id", "user_id");

-- CreateIndex
CREATE INDEX "action_items_organization_id_status_due_at_idx" ON "action_items"("organization_id", "status", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "action_items_organization_id_reference_key" ON "action_items"("organization_id", "reference");

-- CreateIndex
CREATE INDEX "notifications_organization_id_user_id_id_idx" ON "notifications"("organization_id", "user_id", "id" DESC);

-- CreateIndex
CREATE INDEX "mail_deliveries_organization_id_state_idx" ON "mail_deliveries"("organization_id", "state");

-- CreateIndex
CREATE INDEX "models_organization_id_tier_status_idx" ON "models"("organization_id", "tier", "status");

-- CreateIndex
CREATE INDEX "models_organization_id_next_review_at_idx" ON "models"("organization_id", "next_review_at");

-- CreateIndex
CREATE INDEX "models_organization_id_unit_idx" ON "models"("organization_id", "unit");

-- CreateIndex
CREATE INDEX "models_organization_id_owner_user_id_idx" ON "models"("organization_id", "owner_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "models_organization_id_reference_key" ON "models"("organization_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "models_organization_id_source_name_source_id_key" ON "models"("organization_id", "source_name", "source_id");

-- CreateIndex
CREATE INDEX "decision_packages_organization_id_digest_idx" ON "decision_packages"("organization_id", "digest");

-- CreateIndex
CREATE UNIQUE INDEX "decision_packages_organization_id_model_id_sequence_key" ON "decision_packages"("organization_id", "model_id", "sequence");

-- CreateIndex
CREATE INDEX "risk_score_entries_organization_id_model_id_recorded_at_idx" ON "risk_score_entries"("organization_id", "model_id", "recorded_at");

-- CreateIndex
CREATE INDEX "risk_score_entries_organization_id_recorded_at_idx" ON "risk_score_entries"("organization_id", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "import_batches_organization_id_reference_key" ON "import_batches"("organization_id", "reference");

-- CreateIndex
CREATE INDEX "proposals_organization_id_status_deadline_at_idx" ON "proposals"("organization_id", "status", "deadline_at");

-- CreateIndex
CREATE INDEX "proposals_organization_id_model_id_idx" ON "proposals"("organization_id", "model_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposals_organization_id_reference_key" ON "proposals"("organization_id", "reference");

-- CreateIndex
CREATE INDEX "electors_organization_id_user_id_idx" ON "electors"("organization_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_casts_organization_id_proposal_id_voter_user_id_sequ_key" ON "ballot_casts"("organization_id", "proposal_id", "voter_user_id", "sequence");

-- CreateIndex
CREATE INDEX "decisions_organization_id_decided_at_idx" ON "decisions"("organization_id", "decided_at");

-- CreateIndex
CREATE INDEX "decisions_organization_id_model_id_idx" ON "decisions"("organization_id", "model_id");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_organization_id_reference_key" ON "decisions"("organization_id", "reference");

-- AddForeignKey
ALTER TABLE "board_members" ADD CONSTRAINT "board_members_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "declared_conflicts" ADD CONSTRAINT "declared_conflicts_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "declared_conflicts" ADD CONSTRAINT "declared_conflicts_organization_id_model_id_fkey" FOREIGN KEY ("organization_id", "model_id") REFERENCES "models"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_organization_id_model_id_fkey" FOREIGN KEY ("organization_id", "model_id") REFERENCES "models"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_organization_id_assignee_user_id_fkey" FOREIGN KEY ("organization_id", "assignee_user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mail_deliveries" ADD CONSTRAINT "mail_deliveries_organization_id_recipient_user_id_fkey" FOREIGN KEY ("organization_id", "recipient_user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "models" ADD CONSTRAINT "models_organization_id_owner_user_id_fkey" FOREIGN KEY ("organization_id", "owner_user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "scorecard_drafts" ADD CONSTRAINT "scorecard_drafts_organization_id_model_id_fkey" FOREIGN KEY ("organization_id", "model_id") REFERENCES "models"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decision_packages" ADD CONSTRAINT "decision_packages_organization_id_model_id_fkey" FOREIGN KEY ("organization_id", "model_id") REFERENCES "models"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "risk_score_entries" ADD CONSTRAINT "risk_score_entries_organization_id_model_id_fkey" FOREIGN KEY ("organization_id", "model_id") REFERENCES "models"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_progress" ADD CONSTRAINT "import_progress_organization_id_import_id_fkey" FOREIGN KEY ("organization_id", "import_id") REFERENCES "import_batches"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_organization_id_model_id_fkey" FOREIGN KEY ("organization_id", "model_id") REFERENCES "models"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_organization_id_package_id_fkey" FOREIGN KEY ("organization_id", "package_id") REFERENCES "decision_packages"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_organization_id_proposer_user_id_fkey" FOREIGN KEY ("organization_id", "proposer_user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "electors" ADD CONSTRAINT "electors_organization_id_proposal_id_fkey" FOREIGN KEY ("organization_id", "proposal_id") REFERENCES "proposals"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "electors" ADD CONSTRAINT "electors_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_organization_id_proposal_id_fkey" FOREIGN KEY ("organization_id", "proposal_id") REFERENCES "proposals"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_organization_id_proposal_id_voter_user_id_fkey" FOREIGN KEY ("organization_id", "proposal_id", "voter_user_id") REFERENCES "electors"("organization_id", "proposal_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ballot_casts" ADD CONSTRAINT "ballot_casts_organization_id_proposal_id_fkey" FOREIGN KEY ("organization_id", "proposal_id") REFERENCES "proposals"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_organization_id_proposal_id_fkey" FOREIGN KEY ("organization_id", "proposal_id") REFERENCES "proposals"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_organization_id_model_id_fkey" FOREIGN KEY ("organization_id", "model_id") REFERENCES "models"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
