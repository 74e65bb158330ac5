// What the address of the queue says, and what can be chosen there (ESC-122).
import { z } from "zod";
import type { Query } from "@/lib/client/paths";
import { readFlag, readText, type SearchParams } from "@/lib/client/search-params";
import { Category, Channel, type QueueFilter, QueueSort, Severity } from "@/lib/governance/escalations/schema";

/** `answer`: open ones that nothing holds back; the queue of the morning. */
export const QueueView = z.enum(["answer", "hand", "overdue", "held", "all", "resolved"]);
export type QueueView = z.infer<typeof QueueView>;

export const VIEW_LABELS: Record<QueueView, string> = {
  answer: "To answer",
  hand: "In hand",
  overdue: "Overdue",
  held: "Held",
  all: "All unresolved",
  resolved: "Resolved",
};

const OF_VIEW: Record<QueueView, QueueFilter> = {
  answer: { status: ["open"], place: ["delivered", "queued"] },
  hand: { status: ["acknowledged"] },
  overdue: { isOverdue: true },
  held: { place: ["held"] },
  all: {},
  resolved: { status: ["resolved"] },
};

export const Mark = z.enum(["downgraded", "merged"]);
const OF_MARK: Record<z.infer<typeof Mark>, QueueFilter> = {
  downgraded: { isDowngraded: true },
  merged: { isMerged: true },
};

export type QueueAddress = {
  readonly view: QueueView;
  readonly severity?: Severity;
  readonly channel?: Channel;
  readonly category?: Category;
  readonly mark?: z.infer<typeof Mark>;
  readonly assignee?: "me" | "none";
  /** Reference of a portfolio, a venture or a model. */
  readonly scope?: string;
  readonly heldBy?: string;
  readonly q?: string;
  readonly sort?: QueueSort;
  readonly cursor?: string;
};

const Scope = z.string().regex(/^(PTF|VNT|MDL)-[0-9A-Z]{1,20}$/u);

/** What makes no sense there is left out. */
export function readAddress(given: SearchParams): QueueAddress {
  const scopes = [given.scope, given.venture, given.portfolio, given.model];
  return {
    // Notices of overdue ones say it as the interface for machines does.
    view: QueueView.safeParse(given.view).data ?? (readFlag(given, "isOverdue") ? "overdue" : "answer"),
    severity: Severity.safeParse(given.severity).data,
    channel: Channel.safeParse(given.channel).data,
    category: Category.safeParse(given.category).data,
    mark: Mark.safeParse(given.mark).data,
    assignee: z.enum(["me", "none"]).safeParse(given.assignee).data,
    scope: scopes.map((scope) => Scope.safeParse(scope).data).find((scope) => scope !== undefined),
    heldBy: readText(given, "heldBy", 40),
    q: readText(given, "q", 200),
    sort: QueueSort.safeParse(given.sort).data,
    cursor: readText(given, "cursor", 300),
  };
}

const LEVELS = { PTF: "portfolio", VNT: "venture", MDL: "model" } as const;

function ofScope(scope: string | undefined): QueueFilter {
  const level = LEVELS[(scope ?? "").slice(0, 3) as keyof typeof LEVELS];
  return scope === undefined || level === undefined ? {} : { [level]: scope };
}

/** What the operation is asked for. */
export function toFilter(address: QueueAddress): QueueFilter {
  const { view, severity, channel, category, mark, assignee, scope, heldBy, q } = address;
  return {
    ...OF_VIEW[view],
    ...(mark === undefined ? {} : OF_MARK[mark]),
    ...ofScope(scope),
    ...{ assignee, heldBy, q },
    severity: severity && [severity],
    channel: channel && [channel],
    category: category && [category],
  };
}

/** The address again; the first view needs no word. */
export function toQuery({ view, ...rest }: QueueAddress): Query {
  return { view: view === "answer" ? undefined : view, ...rest };
}

/** Is less shown than the view holds? */
export function isNarrowed({ view: _view, sort: _sort, cursor: _cursor, ...rest }: QueueAddress): boolean {
  return Object.values(rest).some((value) => value !== undefined);
}
