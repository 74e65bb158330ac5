// Vocabulary, inputs and outputs of components (PRT-101 to PRT-107) and of the tree of portfolios and ventures (PRT-131 to
// PRT-138). Browser-safe.
import { z } from "zod";
import { TrustLevel } from "../kernel/permission.ts";
import { referenceSchema } from "../kernel/reference.ts";
import { normalizeName, textSchema } from "../kernel/text.ts";
import { moneySchema } from "./money.ts";

export const ComponentStatus = z.enum(["active", "paused", "retired"]);
export type ComponentStatus = z.infer<typeof ComponentStatus>;

export const ComponentReference = referenceSchema("component");

const MOST_CAPABILITIES = 50;

const Capabilities = z
  .array(textSchema({ max: 200, what: "A capability" }), { error: "Capabilities are a list of lines" })
  .min(1, { message: "Name at least one capability" })
  .max(MOST_CAPABILITIES, { message: `At most ${MOST_CAPABILITIES} capabilities` })
  .refine((list) => new Set(list.map(normalizeName)).size === list.length, {
    message: "One capability is named twice; name each once",
  });

/** What a component is: what decisions about it register and change. */
export const ComponentFacts = z.strictObject({
  name: textSchema({ max: 120, what: "The name" }),
  version: textSchema({ max: 40, what: "The version" }),
  capabilities: Capabilities,
  riskAssessment: textSchema({ min: 20, max: 5_000, multiline: true, what: "The risk assessment" }),
});
export type ComponentFacts = z.infer<typeof ComponentFacts>;

/** "Claims router 2.1" */
export function toComponentTitle({ name, version }: Pick<ComponentFacts, "name" | "version">): string {
  return `${name} ${version}`;
}

const Instant = z.iso.datetime();

export const ComponentItem = z.strictObject({
  reference: z.string(),
  name: z.string(),
  version: z.string(),
  capabilities: z.array(z.string()),
  trustLevel: TrustLevel,
  status: ComponentStatus,
  updatedAt: Instant,
});
export type ComponentItem = z.infer<typeof ComponentItem>;

export const ComponentList = z.strictObject({ items: z.array(ComponentItem), nextCursor: z.string().nullable() });

export const ComponentChangeKind = z.enum(["registered", "changed", "trust_set", "paused", "resumed", "retired"]);
export type ComponentChangeKind = z.infer<typeof ComponentChangeKind>;

export const Difference = z.strictObject({ what: z.string(), before: z.string().nullable(), after: z.string() });
export type Difference = z.infer<typeof Difference>;

const ComponentChange = z.strictObject({
  kind: ComponentChangeKind,
  decision: z.string(),
  proposal: z.string(),
  differences: z.array(Difference),
  changedAt: Instant,
});
export type ComponentChange = z.infer<typeof ComponentChange>;

export const ComponentView = z.strictObject({
  ...ComponentItem.shape,
  riskAssessment: z.string(),
  /** What a proposal to change it has to name. */
  revision: z.int(),
  /** Reference of the decision. */
  registeredBy: z.string(),
  registeredAt: Instant,
  /** Newest first. */
  changes: z.array(ComponentChange),
});
export type ComponentView = z.infer<typeof ComponentView>;

export const ReadComponentInput = z.strictObject({ reference: ComponentReference });

export const ListComponentsInput = z.strictObject({
  q: textSchema({ min: 0, max: 200, what: "Search text" }).optional(),
  status: z.union([ComponentStatus, z.array(ComponentStatus)]).optional(),
  trustLevel: TrustLevel.optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(600).optional(),
});
export type ListComponentsInput = z.infer<typeof ListComponentsInput>;

// ── portfolios and ventures ──────────────────────────────────────────────────────────────────────────────────────────
export const PortfolioReference = referenceSchema("portfolio");
export const VentureReference = referenceSchema("venture");

export const VentureLifecycle = z.enum(["planned", "active", "paused", "ended"]);
export type VentureLifecycle = z.infer<typeof VentureLifecycle>;

export const LAST_STAGE = 25;
export const VentureStage = z
  .int({ error: "A stage is a whole number" })
  .min(1, { message: `A stage is from 1 to ${LAST_STAGE}` })
  .max(LAST_STAGE, { message: `A stage is from 1 to ${LAST_STAGE}` });

const Name = textSchema({ max: 120, what: "The name" });
const Description = textSchema({ min: 0, max: 2_000, multiline: true, what: "The description" });
const Revision = z.int({ error: "A revision is a whole number" }).min(1);
const Lead = z.uuid({ error: "The lead is named by the id of a member" }).nullable();

export const PortfolioInput = z.strictObject({ name: Name, description: Description.default("") });
export const PortfolioPatch = z.strictObject({
  reference: PortfolioReference,
  revision: Revision.optional().meta({ description: "The revision that was seen; refused if it is no longer that" }),
  name: Name.optional(),
  description: Description.optional(),
});
export type PortfolioPatch = z.infer<typeof PortfolioPatch>;

export const VentureInput = z.strictObject({
  portfolio: PortfolioReference,
  name: Name,
  description: Description.default(""),
  stage: VentureStage.default(1),
  allocationUsd: moneySchema("The allocation").default(0),
  lifecycle: VentureLifecycle.exclude(["ended"]).default("active"),
  lead: Lead.default(null),
});
export const VenturePatch = z.strictObject({
  reference: VentureReference,
  revision: Revision.optional().meta({ description: "The revision that was seen; refused if it is no longer that" }),
  portfolio: PortfolioReference.optional(),
  name: Name.optional(),
  description: Description.optional(),
  stage: VentureStage.optional(),
  allocationUsd: moneySchema("The allocation").optional(),
  lifecycle: VentureLifecycle.optional(),
  lead: Lead.optional(),
});
export type VenturePatch = z.infer<typeof VenturePatch>;

const Limit = z
  .int({ error: "The limit is a whole number" })
  .min(1, { message: "The limit is at least 1" })
  .max(200, { message: "The limit is at most 200" })
  .default(50);
const Cursor = z.guid({ error: "The cursor is the one that the list before it gave" });

export const ListPortfoliosInput = z.strictObject({ limit: Limit, cursor: Cursor.optional() });
export const ListVenturesInput = z.strictObject({
  portfolio: PortfolioReference.optional(),
  lifecycle: z.array(VentureLifecycle).max(4).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
});
export type ListVenturesInput = z.infer<typeof ListVenturesInput>;

const Saved = z.strictObject({ reference: z.string(), revision: z.int() });
export const PortfolioSaved = Saved;
export const VentureSaved = Saved;

export const PortfolioItem = z.strictObject({
  reference: z.string(),
  name: z.string(),
  description: z.string(),
  revision: z.int(),
  /** Without ended ventures. */
  ventures: z.int(),
  allocationUsd: z.number(),
  updatedAt: Instant,
});
export type PortfolioItem = z.infer<typeof PortfolioItem>;
export const PortfolioList = z.strictObject({ items: z.array(PortfolioItem), nextCursor: z.string().nullable() });

export const VentureItem = z.strictObject({
  reference: z.string(),
  name: z.string(),
  description: z.string(),
  portfolio: z.strictObject({ reference: z.string(), name: z.string() }),
  stage: z.int(),
  allocationUsd: z.number(),
  lifecycle: VentureLifecycle,
  lead: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  revision: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type VentureItem = z.infer<typeof VentureItem>;
export const VentureList = z.strictObject({ items: z.array(VentureItem), nextCursor: z.string().nullable() });

export const PortfolioView = z.strictObject({ ...PortfolioItem.shape, members: z.array(VentureItem) });
export type PortfolioView = z.infer<typeof PortfolioView>;

/** The whole tree, by name. */
export const PortfolioTree = z.strictObject({
  ecosystem: z.strictObject({
    name: z.string(),
    portfolios: z.int(),
    ventures: z.int(),
    allocationUsd: z.number(),
  }),
  portfolios: z.array(PortfolioView),
});
