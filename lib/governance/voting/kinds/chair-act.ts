// Answers "what may a chair do alone, and what does it say of itself?" (VOT-11, VOT-141): acts that take effect at once and
// are undone unless the board ratifies them. An act is an entry here, one in `ChairActInput`, a file in `effects/` and a
// line in `chair-act-store.ts`.
import { digestOf } from "../../kernel/digest.ts";
import { normalizeName } from "../../kernel/text.ts";
import { type ModelStatus, toModelTitle } from "../../registry/schema.ts";
import type { EffectView } from "../proposal-view.ts";
import type { ChairActInput } from "../request.ts";
import { type KindContext, modelOf } from "./kind.ts";

/** As it was asked for, with what was found when it took effect. */
export type ChairAct =
  | { readonly type: "suspend_model"; readonly model: string; readonly from: ModelStatus }
  | {
      readonly type: "instruct";
      readonly instruction: string;
      readonly addressee: string;
      /** The last day of it, `YYYY-MM-DD`. */
      readonly until: string;
      readonly model: string | null;
    };

function dayInWords(day: string): string {
  const written = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return written.format(new Date(`${day}T00:00:00Z`));
}

type Of<Type extends ChairAct["type"]> = Extract<ChairAct, { type: Type }>;

type ActWords<Act, Input> = {
  /** What two decisions may not both be provisional about. */
  readonly subject: (act: Input) => string;
  /** "the suspension of “X”" */
  readonly name: (act: Act, context: KindContext) => string;
  /** What holds since it was decided. */
  readonly now: (act: Act, context: KindContext) => string;
  /** What reversing it does, after "it is reversed:". */
  readonly undone: (act: Act, context: KindContext) => string;
  readonly items: (act: Act) => EffectView["items"];
};

type InputOf<Type extends ChairAct["type"]> = Extract<ChairActInput, { type: Type }>;
const WORDS: { readonly [Type in ChairAct["type"]]: ActWords<Of<Type>, InputOf<Type>> } = {
  suspend_model: {
    subject: ({ model }) => model,
    name: (_act, context) => `the suspension of “${toModelTitle(modelOf(context))}”`,
    now: (_act, context) => {
      const model = modelOf(context);
      const holds = model.status === "suspended" ? "is suspended and must not be used" : `is ${model.status} by now`;
      return `“${toModelTitle(model)}” ${holds}.`;
    },
    undone: ({ from }, context) => {
      const model = modelOf(context);
      const holds = model.status === "suspended" ? `${from} again` : `${model.status} already, so nothing changes`;
      return `“${toModelTitle(model)}” is ${holds}.`;
    },
    items: ({ from }) => [{ what: "Status", before: from, after: "suspended" }],
  },
  instruct: {
    // Another order may well be given meanwhile; the very same one may not.
    subject: ({ instruction, addressee, until, model = null }) =>
      `order:${digestOf({ instruction, addressee: normalizeName(addressee), until, model })}`,
    name: ({ addressee }) => `the order to ${addressee}`,
    now: ({ addressee, until }) => `The order to ${addressee} binds until ${dayInWords(until)}.`,
    undone: ({ addressee }) => `the order to ${addressee} no longer binds.`,
    items: ({ until }) => [{ what: "Order binds until", before: null, after: dayInWords(until) }],
  },
};

function wordsOf({ type }: Pick<ChairAct, "type">): ActWords<ChairAct, ChairActInput> {
  return WORDS[type] as ActWords<ChairAct, ChairActInput>;
}

export const subjectOfAct = (act: ChairActInput) => wordsOf(act).subject(act);
export const nameAct = (act: ChairAct, context: KindContext) => wordsOf(act).name(act, context);
export const sayActNow = (act: ChairAct, context: KindContext) => wordsOf(act).now(act, context);
export const sayActUndone = (act: ChairAct, context: KindContext) => wordsOf(act).undone(act, context);
export const itemsOfAct = (act: ChairAct) => wordsOf(act).items(act);

/** The model that an act is about or concerns; null for none. */
export function modelOfAct(act: ChairActInput | ChairAct): string | null {
  return act.model ?? null;
}
