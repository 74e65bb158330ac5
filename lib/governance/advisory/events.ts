// Answers "what does advice put on record?" (AUD-1, ADV-105): its source and digests. Recused members read the record too, so
// the recommendation is not in it.
import type { AuditEvent } from "../kernel/audit-event.ts";
import type { Provider, SettledOutcome } from "./schema.ts";

export type AdvisoryEvent =
  | AuditEvent<
      "advisory.advice_recorded",
      {
        provider: Provider;
        model: string;
        promptVersion: string;
        inputsDigest: string;
        hasFailed: boolean;
      }
    >
  | AuditEvent<
      "advisory.advice_settled",
      { decision: string; outcome: SettledOutcome; providers: readonly Provider[] }
    >;
