// Answers "where is that page?": every link of the product is built here, so that a moved page breaks the types.

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

/** Path with a query; empty values are left out, lists repeat their name. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    if (typeof value === "object") for (const each of value) search.append(name, each);
    else search.append(name, String(value));
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

const segment = encodeURIComponent;

export const paths = {
  home: () => "/dashboard",
  signIn: (query?: { from?: string }) => withQuery("/sign-in", query),
  firstRun: () => "/first-run",
  invitation: (token: string) => `/invitation/${segment(token)}`,
  models: {
    list: (query?: Query) => withQuery("/models", query),
    detail: (reference: string) => `/models/${segment(reference)}`,
    edit: (reference: string) => `/models/${segment(reference)}/edit`,
    submit: (reference: string) => `/models/${segment(reference)}/submit`,
    package: (reference: string, digest: string) => `/models/${segment(reference)}/packages/${segment(digest)}`,
    register: () => "/models/register",
    import: () => "/models/import",
    importReport: (reference: string) => `/models/import/${segment(reference)}`,
    importReportFile: (reference: string) => `/api/governance/models/imports/${segment(reference)}/report`,
    export: (format: "csv" | "json") => withQuery("/api/governance/models/export", { format }),
  },
  proposals: {
    list: (query?: Query) => withQuery("/proposals", query),
    detail: (reference: string) => `/proposals/${segment(reference)}`,
    /** Without a kind the choice of all of them; the rest is chosen in the form from the start. */
    create: (query?: {
      kind?: string;
      model?: string;
      person?: string;
      component?: string;
      policy?: string;
      act?: string;
      /** What it answers. */
      escalation?: string;
    }) => withQuery("/proposals/new", query),
    /** Every open proposal as one document to print. */
    pack: () => "/proposals/pack",
    metrics: () => "/proposals/metrics",
    edit: (reference: string) => `/proposals/${segment(reference)}/edit`,
    /** The chair decides alone. */
    decide: (query?: { model?: string; escalation?: string }) => withQuery("/proposals/decide", query),
    /** One's own ballot with the proof that the record holds it, as a file. */
    receipt: (reference: string) => `/api/governance/proposals/${segment(reference)}/receipt`,
  },
  components: {
    list: (query?: Query) => withQuery("/components", query),
    detail: (reference: string) => `/components/${segment(reference)}`,
  },
  board: {
    overview: () => "/board",
    appoint: () => "/board/appoint",
    member: (reference: string) => `/board/members/${segment(reference)}`,
    rotation: () => "/board/rotation",
    forecast: (query?: { on?: string; recused?: readonly string[] }) => withQuery("/board/forecast", query),

    allegation: (reference: string) => `/board/conflicts/${segment(reference)}`,
  },
  charter: () => "/charter",
  charterDraft: () => "/charter/edit",
  policies: {
    list: (query?: Query) => withQuery("/policies", query),
    detail: (reference: string, query?: Query) => withQuery(`/policies/${segment(reference)}`, query),
  },
  grants: {
    list: (query?: Query) => withQuery("/grants", query),
    detail: (reference: string) => `/grants/${segment(reference)}`,
  },
  audit: {
    list: (query?: Query) => withQuery("/audit", query),
    entry: (number: number) => `/audit/${number}`,
    /** Where a receipt or a checkpoint that somebody kept is checked. */
    check: () => "/audit/check",
    export: (query?: { personal?: "include" | "withhold" }) => withQuery("/api/governance/audit/export", query),
    receipt: (number: number) => `/api/governance/audit/entries/${number}/proof`,
    /** The signed state of the log as a bare note. */
    checkpoint: () => withQuery("/api/governance/audit/checkpoint", { format: "note" }),
    verifier: () => "/api/governance/audit/verifier",
  },
  people: {
    list: (query?: Query) => withQuery("/people", query),
    invite: () => "/people/invite",
    detail: (id: string) => `/people/${segment(id)}`,
  },
  escalations: {
    list: (query?: Query) => withQuery("/escalations", query),
    detail: (reference: string) => `/escalations/${segment(reference)}`,
    /** The post-incident review, to be written. */
    review: (reference: string) => `/escalations/${segment(reference)}/review`,
    create: (query?: Query) => withQuery("/escalations/new", query),
    silences: (query?: Query) => withQuery("/escalations/silences", query),
    metrics: () => "/escalations/metrics",
    rules: () => "/escalations/rules",
  },
  briefing: () => "/briefing",
  budgets: (query?: Query) => withQuery("/budgets", query),
  portfolio: {
    tree: (query?: Query) => withQuery("/portfolio", query),
    detail: (reference: string) => `/portfolio/${segment(reference)}`,
  },
  ventures: {
    detail: (reference: string) => `/ventures/${segment(reference)}`,
    create: (query?: { portfolio?: string }) => withQuery("/ventures/new", query),
    edit: (reference: string) => `/ventures/${segment(reference)}/edit`,
  },
  actions: (query?: Query) => withQuery("/actions", query),
  notifications: (query?: Query) => withQuery("/notifications", query),
  settings: {
    organization: () => "/settings",
    account: () => "/settings/account",
    keys: () => "/settings/keys",
  },
  apiDocs: () => "/docs",
} as const;

/** One place of the shell. `phone` places fill the bottom bar in this order; the rest is behind More. */
export type Place = {
  readonly id:
    | "home"
    | "votes"
    | "queue"
    | "models"
    | "components"
    | "portfolio"
    | "actions"
    | "board"
    | "charter"
    | "policies"
    | "grants"
    | "audit"
    | "people"
    | "settings";
  readonly label: string;
  readonly href: string;
  readonly phone: boolean;
  /** Beginnings of other addresses that belong to it. */
  readonly also?: readonly string[];
};

export const PLACES: readonly Place[] = [
  { id: "home", label: "Home", href: paths.home(), phone: true },
  { id: "votes", label: "Votes", href: paths.proposals.list(), phone: true },
  { id: "queue", label: "Attention", href: paths.escalations.list(), phone: true, also: ["/briefing", "/budgets"] },
  { id: "models", label: "Models", href: paths.models.list(), phone: true },
  { id: "components", label: "Components", href: paths.components.list(), phone: false },
  { id: "portfolio", label: "Portfolio", href: paths.portfolio.tree(), phone: false, also: ["/ventures"] },
  { id: "actions", label: "Follow-ups", href: paths.actions(), phone: false },
  { id: "board", label: "Board", href: paths.board.overview(), phone: true },
  { id: "charter", label: "Charter", href: paths.charter(), phone: false },
  { id: "policies", label: "Policies", href: paths.policies.list(), phone: false },
  { id: "grants", label: "Risks & exceptions", href: paths.grants.list(), phone: false },
  { id: "audit", label: "Audit", href: paths.audit.list(), phone: false },
  { id: "people", label: "People", href: paths.people.list(), phone: false },
  { id: "settings", label: "Settings", href: paths.settings.organization(), phone: false },
];

/** Is the page at `pathname` inside this place? */
export function isWithin(place: Place, pathname: string): boolean {
  return [place.href, ...(place.also ?? [])].some((href) => pathname === href || pathname.startsWith(`${href}/`));
}
