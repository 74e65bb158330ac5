// Answers "who is that?" (ESC-107): an audience of the charter as people. Somebody is always told: where an audience has
// nobody, the chair stands in, and where there is no chair the admins.
import type { EscalationAudience } from "../board/charter.ts";
import { assertNever } from "../kernel/verdict.ts";

/** Who holds what, at one instant. */
export type People = {
  readonly chair: readonly string[];
  /** Seats that vote. */
  readonly board: readonly string[];
  readonly riskOfficer: readonly string[];
  readonly technicalLead: readonly string[];
  readonly admins: readonly string[];
};

/** Who is tied to the item itself. */
export type Concerned = { readonly ownerUserId: string | null; readonly leadUserId: string | null };

export function resolveAudience(audience: EscalationAudience, people: People, concerned: Concerned): readonly string[] {
  const found = lookUp(audience, people, concerned);
  if (found.length > 0) return found;
  return people.chair.length > 0 ? people.chair : people.admins;
}

function lookUp(audience: EscalationAudience, people: People, { ownerUserId, leadUserId }: Concerned): string[] {
  const owner = ownerUserId === null ? [] : [ownerUserId];
  const lead = leadUserId === null ? [] : [leadUserId];
  switch (audience) {
    case "team": {
      const team = [...owner, ...lead];
      return team.length > 0 ? team : [...people.riskOfficer];
    }
    case "model_owner":
      return owner;
    case "technical_lead":
      return [...people.technicalLead];
    case "risk_officer":
      return [...people.riskOfficer];
    case "board":
      return [...people.board];
    case "executive":
      return [...lead, ...people.admins];
    case "chair":
      return [...people.chair];
    default:
      return assertNever(audience);
  }
}

/** Everybody of several audiences, each once. */
export function resolveAudiences(
  audiences: readonly EscalationAudience[],
  people: People,
  concerned: Concerned,
): readonly string[] {
  return [...new Set(audiences.flatMap((audience) => resolveAudience(audience, people, concerned)))];
}
