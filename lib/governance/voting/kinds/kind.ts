// Answers "what has a kind of board decision to say of itself?": its payload, its subject, what it does, in data and in words.
import type { z } from "zod";
import type { ModelStatus, Tier } from "../../registry/schema.ts";
import type { EffectView } from "../proposal-view.ts";
import type { AmendmentPayload } from "./charter-amendment.ts";

/** What a passed proposal changes. */
export type KindEffect =
  | { readonly type: "approve_package" }
  | { readonly type: "change_status"; readonly to: ModelStatus }
  | { readonly type: "adopt_charter"; readonly amendment: AmendmentPayload };

/** The model a proposal is about, as far as words and effects need it. */
export type SubjectModel = {
  readonly reference: string;
  readonly name: string;
  readonly version: string;
  readonly tier: Tier;
  readonly status: ModelStatus;
  readonly suspendedFrom: ModelStatus | null;
};

/** A payload read by its kind. `conditions`: how many are attached. */
export type KindReading = {
  /** Reference of the model; null for a subject without one. */
  readonly model: string | null;
  /** Reference of what it is about, for the record. */
  readonly subject: string;
  readonly effect: KindEffect;
  readonly grounds: string | null;
  /** The model is given whenever the proposal is about one. */
  readonly ask: (model: SubjectModel | null) => string;
  readonly describeEffect: (model: SubjectModel | null, conditions: number) => EffectView;
};

export type DecisionKind = {
  /** What a person may send; null for kinds that come by another way or later. */
  readonly input: z.ZodType | null;
  /** Reads a payload as it is kept. */
  readonly read: (payload: unknown) => KindReading;
};

/** For kinds about a model: their words need it. */
export function aboutModel<Rest extends readonly unknown[], Words>(
  say: (model: SubjectModel, ...rest: Rest) => Words,
): (model: SubjectModel | null, ...rest: Rest) => Words {
  return (model, ...rest) => {
    if (model === null) throw new Error("A proposal about a model has lost it");
    return say(model, ...rest);
  };
}
