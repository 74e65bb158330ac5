// Answers "what does the registry put on record?" (AUD-1). Details hold references, codes, numbers and digests only.
import type { AuditEvent } from "../kernel/audit-event.ts";
import type { ModelStatus, Tier } from "./schema.ts";

type Changed = { readonly fields: readonly string[] };

export type RegistryEvent =
  | AuditEvent<"registry.model_registered", { tier: Tier; assessedTier: Tier; reasons: readonly string[] }>
  | AuditEvent<"registry.model_changed", Changed & { tier: Tier }>
  | AuditEvent<"registry.tier_overridden", { from: Tier; to: Tier; assessedTier: Tier; verdict: string }>
  | AuditEvent<
      "registry.owner_assigned",
      {
        models: number;
        skipped: number;
        /** SHA-256 of the references, sorted and joined by line feeds. */
        referencesDigest: string;
        unit: string | null;
        agency: string | null;
        owner: string | null;
      }
    >
  | AuditEvent<"registry.scorecard_saved", { scored: number }>
  | AuditEvent<"registry.model_submitted", { digest: string; tier: Tier; route: string; conditions: number }>
  | AuditEvent<"registry.model_returned", { digest: string; reasons: readonly string[] }>
  | AuditEvent<"registry.model_approved", { digest: string; by: string; isConditional: boolean }>
  | AuditEvent<"registry.status_changed", { from: ModelStatus; to: ModelStatus; by: readonly string[] }>
  | AuditEvent<
      "registry.status_change_requested",
      { from: ModelStatus; to: ModelStatus; as: "owner" | "chair"; awaits: "owner" | "chair" }
    >
  | AuditEvent<"registry.risk_recomputed", { models: number; changed: number }>
  | AuditEvent<"registry.import_uploaded", { fileDigest: string; bytes: number; rows: number; columns: number }>
  | AuditEvent<
      "registry.import_started",
      { source: string; fileDigest: string; mappingDigest: string; rows: number; bytes: number }
    >
  | AuditEvent<
      "registry.import_completed",
      {
        source: string;
        fileDigest: string;
        mappingDigest: string;
        read: number;
        created: number;
        updated: number;
        unchanged: number;
        duplicate: number;
        rejected: number;
        unread: number;
      }
    >
  | AuditEvent<"registry.import_cancelled", { source: string; fileDigest: string; done: number }>
  | AuditEvent<"registry.import_failed", { source: string; fileDigest: string; cause: string }>
  | AuditEvent<"registry.mapping_saved", { mapping: string; mappingDigest: string }>
  | AuditEvent<"registry.models_exported", { format: "csv" | "json"; models: number }>;
