// The one way out to a language model: a chat completion of an OpenAI-compatible endpoint that the operator set. Whatever
// comes back, late or broken, becomes advice (ADV-2): nothing here throws for what the other side did. No tools are offered
// and none are called (ADV-3); nothing of an answer but its text is read.
import { z } from "zod";
import { env } from "../env.ts";
import { adviseByModel, adviseNothing, readAnswer } from "../governance/advisory/model-answer.ts";
import { toPrompt } from "../governance/advisory/prompt.ts";
import type { Advice, AdviceInputs } from "../governance/advisory/schema.ts";
import { log } from "./log.ts";

export type LanguageModel = {
  /** Up to and with the version, such as `https://models.example.org/v1`. */
  readonly url: string;
  readonly key: string | null;
  readonly model: string;
  readonly timeoutMs: number;
};

const MOST_BYTES = 256 * 1024;

/** null when the operator configured none. */
export function configuredModel(): LanguageModel | null {
  const { ADVISOR_URL: url, ADVISOR_KEY: key, ADVISOR_MODEL: model, ADVISOR_TIMEOUT_MS: timeoutMs } = env();
  if (url === undefined || model === undefined) return null;
  return { url, key: key ?? null, model, timeoutMs };
}

/** Told in these words to people; the cause goes to the log. */
class NoAnswer extends Error {}

export async function consultModel(model: LanguageModel, inputs: AdviceInputs): Promise<Advice> {
  try {
    const reading = readAnswer(await complete(model, inputs), inputs);
    if (reading.outcome === "usable") return adviseByModel(inputs, model.model, reading.opinion);
    return adviseNothing(inputs, model.model, `The language model’s answer was not used: ${reading.why}`);
  } catch (error) {
    log().warn({ err: error, proposal: inputs.proposal.reference }, "the language model gave no advice");
    return adviseNothing(inputs, model.model, explain(error, model.timeoutMs));
  }
}

function explain(error: unknown, timeoutMs: number): string {
  if (error instanceof NoAnswer) return error.message;
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return `The language model did not answer within ${Math.ceil(timeoutMs / 1000)} s`;
  }
  return "The language model could not be reached";
}

const Completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

async function complete({ url, key, model, timeoutMs }: LanguageModel, inputs: AdviceInputs): Promise<string> {
  const response = await fetch(`${url.replace(/\/+$/u, "")}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({
      model,
      messages: toPrompt(inputs),
      temperature: 0,
      response_format: { type: "json_object" },
    }),
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new NoAnswer(`The language model answered with status ${response.status}`);
  }
  const completion = Completion.safeParse(parse(await readBounded(response)));
  const content = completion.data?.choices[0]?.message.content;
  if (content === undefined) throw new NoAnswer("The language model’s answer was not used: it is no chat completion");
  return content;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NoAnswer("The language model’s answer was not used: it is not JSON", { cause: error });
  }
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new NoAnswer("The language model’s answer was not used: it is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
