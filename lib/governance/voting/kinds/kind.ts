// Answers "what has a kind of decision to say of itself?": its payload, its form, its subject, what it does, in data and in words.
import type { z } from "zod";
import type { SettingChange } from "../../identity/setting-change.ts";
import type { TrustChange } from "../../identity/trust-change.ts";
import type { GrantTerms } from "../../policy/grant-terms.ts";
import type { PolicyChange } from "../../policy/policy-content.ts";
import type { ComponentAct } from "../../portfolio/component.ts";
import type { ComponentFacts } from "../../portfolio/schema.ts";
import type { ModelStatus, Tier } from "../../registry/schema.ts";
import type { EffectView, TermView } from "../proposal-view.ts";
import type { ChairAct } from "./chair-act.ts";
import type { AmendmentPayload } from "./charter-amendment.ts";
import type { FormField } from "./form-field.ts";

/** What a passed proposal changes: one line here, one file in `effects/`, one line in `effect-store.ts`. */
export type KindEffect =
  | { readonly type: "approve_package" }
  | { readonly type: "change_status"; readonly to: ModelStatus }
  | { readonly type: "adopt_charter"; readonly amendment: AmendmentPayload }
  | { readonly type: "set_setting"; readonly change: SettingChange }
  | { readonly type: "set_trust"; readonly person: string; readonly change: TrustChange }
  | { readonly type: "register_component"; readonly facts: ComponentFacts }
  | { readonly type: "change_component"; readonly component: string; readonly act: ComponentAct }
  | { readonly type: "enter_grant"; readonly grant: GrantTerms }
  | { readonly type: "change_policy"; readonly change: PolicyChange }
  | { readonly type: "ratify"; readonly decision: string; readonly act: ChairAct };

/** The model a proposal is about, as far as words and effects need it. */
export type SubjectModel = {
  readonly reference: string;
  readonly name: string;
  readonly version: string;
  readonly tier: Tier;
  readonly status: ModelStatus;
  readonly suspendedFrom: ModelStatus | null;
};

/** What the words of a proposal rest on besides its payload, as it is when they are read. */
export type KindContext = {
  /** Given whenever the proposal is about a model. */
  readonly model: SubjectModel | null;
  /** Names and present values that the effect's carrier looked up, such as `person` or `current`. */
  readonly named: Readonly<Record<string, string>>;
  /** How many conditions are attached. */
  readonly conditions: number;
};

/** A payload read by its kind. */
export type KindReading = {
  /** Reference of the model; null for a subject without one. */
  readonly model: string | null;
  /** Reference or key of what it is about, for the record. */
  readonly subject: string;
  readonly effect: KindEffect;
  readonly grounds: string | null;
  /** Who it is about: they stand aside. */
  readonly aboutUserIds?: readonly string[];
  /** The proposer has decided already; the others ratify (VOT-11). */
  readonly isRatification?: boolean;
  readonly ask: (context: KindContext) => string;
  readonly describeEffect: (context: KindContext) => EffectView;

  /** What is decided on in full, where the sentence does not say it all. */
  readonly describeTerms?: (context: KindContext) => readonly TermView[];
};

/**
 * How a proposal of the kind comes about: a form over its payload, or a way of its own, said in a sentence. `title` fills
 * the title in while it is not typed: `{name}` stands for what the field of that name says.
 */
export type KindWay =
  | { readonly by: "form"; readonly fields: readonly FormField[]; readonly title?: string }
  | { readonly by: "own_way"; readonly sentence: string };

export type KindDefinition = {
  /** For whoever chooses what to propose: what it decides, in one sentence. */
  readonly summary: string;
  readonly way: KindWay;
  /** What a person may send to `POST /proposals`; null where the kind only comes by a way of its own. */
  readonly input: z.ZodType | null;
  /** Reads a payload as it is kept. */
  readonly read: (payload: unknown) => KindReading;
};

/** For kinds about a model: their words need it. */
export function modelOf(context: KindContext): SubjectModel {
  if (context.model === null) throw new Error("A proposal about a model has lost it");
  return context.model;
}

/** A name or present value that the carrier of the effect promises. */
export function namedOf(context: KindContext, name: string): string {
  const value = context.named[name];
  if (value === undefined) throw new Error(`Nobody looked up \`${name}\` for the words of a proposal`);
  return value;
}
