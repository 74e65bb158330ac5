// Answers "what does the tree put on record?" (AUD-1). Names are those of undertakings, not of people; they stay out all the
// same, because a name can be changed and a leaf cannot.
import type { AuditEvent } from "../kernel/audit-event.ts";

export type PortfolioEvent =
  | AuditEvent<"portfolio.portfolio_created", Record<string, never>>
  | AuditEvent<"portfolio.portfolio_changed", { fields: readonly string[]; revision: number }>
  | AuditEvent<"portfolio.venture_created", { portfolio: string; stage: number; allocationCents: number }>
  | AuditEvent<
      "portfolio.venture_changed",
      {
        fields: readonly string[];
        stage: number;
        allocationCents: number;
        lifecycle: string;
        revision: number;
      }
    >;
