// Answers "what does this edit change, and what follows for the tier?" (REG-5, REG-9). Facts in, facts out; saving and
// refusing is the operation's.
import { changedMaterialFields, type MaterialFacts, type MaterialField } from "./decision-package.ts";
import type { ModelPatch, Tier, TierFacts } from "./schema.ts";
import { assessTier, assessTierOverride, type OverrideVerdict, type TierVerdict } from "./tier.ts";
import { deriveTier, type TierOverride } from "./tier-change.ts";

export type EditableModel = MaterialFacts & {
  readonly tags: readonly string[];
  readonly stage: TierFacts["stage"];
  readonly tierOverride: TierOverride | null;
};

export type ModelEdit = {
  readonly after: EditableModel;
  readonly assessed: TierVerdict;
  /** Names of what differs, such as `description` or `affectsRights`. */
  readonly changed: readonly string[];
  readonly material: readonly MaterialField[];
  /** Of a tier named in the edit; null when none was. */
  readonly override: OverrideVerdict | null;
};

const PLAIN = ["name", "version", "description", "unit"] as const;
type Editor = { readonly by: string | null; readonly isChair: boolean; readonly at: Date };

export function toTierFacts(model: EditableModel): TierFacts {
  const { affectsRights, affectsSafety, decidesAutonomously, usesPersonalData, isPublicFacing, stage } = model;
  return { affectsRights, affectsSafety, decidesAutonomously, usesPersonalData, isPublicFacing, stage };
}

/** An override for a tier that a person names; null when it is the assessed one anyway. */
export function toOverride(assessed: Tier, tier: Tier, reason: string, editor: Editor): TierOverride | null {
  if (tier === assessed) return null;
  return { tier, assessed, reason, by: editor.by, at: editor.at.toISOString() };
}

export function planModelEdit(
  before: EditableModel,
  patch: Omit<ModelPatch, "owner" | "revision">,
  editor: Editor,
): ModelEdit {
  const facts = { ...toTierFacts(before), ...patch.facts };
  const assessed = assessTier(facts);
  const held = deriveTier(assessed.outcome, before.tierOverride);
  const reason = patch.tierReason ?? "";
  const override =
    patch.tier === undefined || patch.tier === held.tier
      ? null
      : assessTierOverride({
          assessed: assessed.outcome,
          current: held.tier,
          to: patch.tier,
          isChair: editor.isChair,
          reason,
        });
  const named = override?.outcome === "allowed" ? patch.tier : undefined;
  const texts = Object.fromEntries(PLAIN.map((field) => [field, patch[field] ?? before[field]])) as Pick<
    EditableModel,
    (typeof PLAIN)[number]
  >;
  const after: EditableModel = {
    ...texts,
    ...facts,
    tags: patch.tags ?? before.tags,
    tier: named ?? held.tier,
    tierOverride: named === undefined ? held.override : toOverride(assessed.outcome, named, reason, editor),
  };
  const material = changedMaterialFields(before, after);
  const others = [
    ...(before.tags.join("\n") === after.tags.join("\n") ? [] : ["tags"]),
    ...(before.stage === after.stage ? [] : ["stage"]),
  ];
  return { after, assessed, changed: [...material, ...others], material, override };
}
