// Vocabulary, inputs and outputs of the portfolio (PRT-101 to PRT-107). Browser-safe.
import { z } from "zod";
import { TrustLevel } from "../kernel/permission.ts";
import { referenceSchema } from "../kernel/reference.ts";
import { normalizeName, textSchema } from "../kernel/text.ts";

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
