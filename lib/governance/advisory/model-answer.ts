// Answers "is this what a language model was asked for?" (ADV-2, ADV-106), and makes advice of it, or of its failure.
import { digestOf } from "../kernel/digest.ts";
import { PROMPT_VERSION } from "./prompt.ts";
import { type Advice, type AdviceInputs, Opinion } from "./schema.ts";

export type AnswerReading =
  | { readonly outcome: "usable"; readonly opinion: Opinion }
  | { readonly outcome: "malformed"; readonly why: string };

/** `text` is what the model wrote; nothing of an answer that does not fit is used or repeated. */
export function readAnswer(text: string, inputs: AdviceInputs): AnswerReading {
  const json = parseJson(text);
  if (json === undefined) return { outcome: "malformed", why: "it is not JSON" };
  const parsed = Opinion.safeParse(json);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? "the whole")))];
    const known = fields.filter((field) => field in Opinion.shape || field === "the whole");
    return { outcome: "malformed", why: `it does not fit at ${known.join(", ") || "an unknown field"}` };
  }
  const asked = inputs.principles.map((principle) => principle.key).sort();
  const given = parsed.data.alignment.map((entry) => entry.principle).sort();
  if (asked.length !== given.length || asked.some((key, index) => key !== given[index])) {
    return { outcome: "malformed", why: "it does not speak to every principle once" };
  }
  return { outcome: "usable", opinion: parsed.data };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function adviseByModel(inputs: AdviceInputs, model: string, opinion: Opinion): Advice {
  return { ...opinion, ...sourceOf(inputs, model), error: null };
}

/** A failed analyst takes no side (ADV-2). `error` says what happened, in words of the house. */
export function adviseNothing(inputs: AdviceInputs, model: string, error: string): Advice {
  return {
    alignment: inputs.principles.map(({ key }) => ({
      principle: key,
      level: "not_assessed",
      note: "There was no answer.",
    })),
    risks: [],
    benefits: [],
    recommendation: "neutral",
    reasoning: "The language model gave no advice that could be used.",
    suggestedModifications: [],
    ...sourceOf(inputs, model),
    error,
  };
}

function sourceOf(inputs: AdviceInputs, model: string) {
  const isAdvisory = true as const;
  const provider = "language_model" as const;
  return { isAdvisory, provider, model, promptVersion: PROMPT_VERSION, inputsDigest: digestOf(inputs) };
}
