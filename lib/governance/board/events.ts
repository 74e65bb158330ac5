// Answers "what does the board put on record?" (AUD-1). Details hold references, codes and numbers; names and free text
// about people travel as `personal`.
import type { AuditEvent } from "../kernel/audit-event.ts";
import type { CharterSection } from "./charter-draft.ts";
import type { BoardRole, CharterTemplate, ConflictKind } from "./schema.ts";

type Term = { readonly termStartAt: string; readonly termEndAt: string };

export type BoardEvent =
  | AuditEvent<
      "board.organization_founded",
      { template: CharterTemplate; timeZone: string; charter: string; isDemo: boolean; isFurther: boolean }
    >
  | AuditEvent<
      "board.member_seated",
      Term & {
        role: BoardRole;
        userId: string;
        replaces: string | null;
        /** The renewal of the replaced seat, withdrawn with it. */
        withdrawn: string | null;
        ownedModels: number;
      }
    >
  | AuditEvent<"board.member_updated", { fields: readonly string[]; termEndAt: string; termEndOn: string }>
  | AuditEvent<"board.seat_renewed", Term & { role: BoardRole; userId: string; renews: string; ownedModels: number }>
  | AuditEvent<"board.seat_ended", { role: BoardRole; userId: string; endedAt: string; withdrawn: string | null }>
  | AuditEvent<
      "board.rotation_planned",
      { role: BoardRole; revision: number; before: readonly string[]; after: readonly string[] }
    >
  | AuditEvent<"board.departed_seats_ended", { seats: readonly string[]; endedAt: string }>
  | AuditEvent<
      "board.conflict_declared",
      {
        conflictId: string;
        userId: string;
        kind: ConflictKind;
        model: string | null;
        onBehalf: boolean;
        /** References of the open proposals that the person left with it (BRD-171). */
        recusedFrom: readonly string[];
        inquorate: readonly string[];
      }
    >
  | AuditEvent<
      "board.conflict_withdrawn",
      { conflictId: string; userId: string; kind: ConflictKind; model: string | null }
    >
  | AuditEvent<"board.charter_draft_saved", { section: CharterSection; revision: number }>
  | AuditEvent<"board.charter_draft_discarded", { sections: readonly string[]; revision: number }>;
