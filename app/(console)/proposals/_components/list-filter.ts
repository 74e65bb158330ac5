// What the address of the list says, and what can be chosen there.
import type { Query } from "@/lib/client/paths";
import { readFlag, readText, type SearchParams } from "@/lib/client/search-params";
import type { ListProposalsInput, ProposalGroup } from "@/lib/governance/voting/request";
import { DecisionOutcome, ProposalKind } from "@/lib/governance/voting/schema";
import type { ProposalItem } from "@/lib/governance/voting/view";

export type ListFilter = Omit<ListProposalsInput, "limit">;

/** In the order of the page. */
export const GROUPS = [
  "needs_my_vote",
  "open",
  "awaiting_chair",
  "draft",
  "decided",
] as const satisfies ProposalGroup[];

export const GROUP_LABELS: Record<ProposalGroup, string> = {
  needs_my_vote: "Needs my vote",
  open: "Open",
  awaiting_chair: "Awaiting the chair",
  draft: "Drafts",
  decided: "Decided",
};

/** One section of the overview: a group, or the part of one that presses. */
export type Part = { readonly title: string; readonly group: ProposalGroup; readonly filter: ListFilter };

/** Open votes that close within a day stand before the others. */
export function toParts(filter: ListFilter, canVote: boolean): readonly Part[] {
  const parts = GROUPS.filter((group) => canVote || group !== "needs_my_vote").map((group) => {
    return { title: GROUP_LABELS[group], group, filter: { ...filter, group, cursor: undefined } };
  });
  if (filter.closingSoon !== undefined) return parts;
  return parts.flatMap((part) => {
    if (part.group !== "open") return [part];
    const closing = { ...part.filter, closingSoon: true };
    return [
      { ...part, title: "Closing within 24 hours", filter: closing },
      { ...part, filter: { ...part.filter, closingSoon: false } },
    ];
  });
}

/** Of each group on the overview; the rest is a link away. */
export const GROUP_ITEMS: Record<ProposalGroup, number> = {
  needs_my_vote: 25,
  open: 50,
  awaiting_chair: 10,
  draft: 10,
  decided: 15,
};

/** What needs this person, or waits for the chair, has its own group further up. */
export function isNotAbove(group: ProposalGroup, canVote: boolean) {
  return (item: ProposalItem) =>
    !(group === "open" && canVote && item.needsMyVote) && !(group === "decided" && item.isAwaitingChair);
}

export const OUTCOME_LABELS: Record<DecisionOutcome, string> = {
  approved: "Approved",
  conditional: "Approved with conditions",
  deferred: "Deferred",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
};

/** What makes no sense there is left out. */
export function readFilter(search: SearchParams): ListFilter {
  const group = GROUPS.find((known) => known === search.group);
  return {
    group,
    kind: ProposalKind.safeParse(search.kind).data,
    outcome: DecisionOutcome.safeParse(search.outcome).data,
    model: readText(search, "model", 40),
    proposer: readPerson(search),
    closingSoon: readFlag(search, "closingSoon"),
    inquorate: readFlag(search, "inquorate"),
    q: readText(search, "q", 200),
    cursor: readCursor(readText(search, "cursor", 100), group),
  };
}

const PERSON = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

function readPerson(search: SearchParams): string | undefined {
  const id = readText(search, "proposer", 40)?.toLowerCase();
  return id !== undefined && PERSON.test(id) ? id : undefined;
}

const CURSOR =
  /^(?<deadline>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)?_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** One that this group's list can have given; with any other the list begins at its beginning. */
function readCursor(cursor: string | undefined, group: ProposalGroup | undefined): string | undefined {
  const found = CURSOR.exec(cursor ?? "");
  const isByDeadline = group === "open" || group === "needs_my_vote";
  return found === null || isByDeadline !== (found.groups?.deadline !== undefined) ? undefined : cursor;
}

/** The filter as the address says it: what is false there is left out. */
export function toQuery({ closingSoon, inquorate, ...filter }: ListFilter): Query {
  return { ...filter, closingSoon: closingSoon || undefined, inquorate: inquorate || undefined };
}

/** Whether anything but the group narrows the list. */
export function isNarrowed({ kind, outcome, model, proposer, closingSoon, inquorate, q }: ListFilter): boolean {
  return [kind, outcome, model, proposer, closingSoon, inquorate, q].some((value) => value !== undefined);
}
