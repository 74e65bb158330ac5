// Answers "who is told what when an acceptance or an exception ends?" (POL-105, VOT-172). Words only; the stores send them.
import { sayDay } from "../kernel/calendar-day.ts";
import type { Notice } from "../notifications/notice.ts";
import type { GrantKind } from "./schema.ts";

const KIND_WORDS: Readonly<Record<GrantKind, string>> = {
  risk_acceptance: "risk acceptance",
  exception_grant: "exception",
};

function sayKind(kind: GrantKind): string {
  return KIND_WORDS[kind];
}

type Subject = {
  readonly reference: string;
  readonly kind: GrantKind;
  readonly matter: string;
  readonly until: string;
};

/** `drafted`: in whose name a renewal waits; null when nothing is left to renew. */
export function grantEnds(
  { reference, kind, matter, until }: Subject,
  facts: { readonly userIds: readonly string[]; readonly drafted: string | null },
): Notice {
  const next =
    facts.drafted === null
      ? "Nothing is left to renew."
      : `Its renewal on the same terms is drafted in the name of ${facts.drafted}, who opens it for voting.`;
  return {
    userIds: facts.userIds,
    kind: "policy.grant_ends",
    title: `The ${sayKind(kind)} for ${matter} comes back to the board`,
    body: `It is in force until ${sayDay(until)}. ${next}`,
    href: `/grants/${reference}`,
    sourceKey: `policy.grant_ends:${reference}`,
  };
}

export function grantRevoked(
  { reference, kind, matter, until }: Subject,
  facts: { readonly userIds: readonly string[]; readonly reason: string },
): Notice {
  return {
    userIds: facts.userIds,
    kind: "policy.grant_revoked",
    title: `Ended by the chair: the ${sayKind(kind)} for ${matter}`,
    body: `It would have been in force until ${sayDay(until)}. ${facts.reason}`,
    href: `/grants/${reference}`,
    sourceKey: `policy.grant_revoked:${reference}`,
  };
}
