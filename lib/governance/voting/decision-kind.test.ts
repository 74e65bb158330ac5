import { describe, expect, test } from "vitest";
import { isBoardDecision, PROPOSAL_KINDS, readPayload } from "./decision-kind.ts";
import { KIND_SAMPLES, SAMPLE_MODEL } from "./kinds/kind-samples.ts";
import { ProposalKind, TrustWeightedKind } from "./schema.ts";

const samples = ProposalKind.options.flatMap((kind) => KIND_SAMPLES[kind].map((sample) => ({ kind, ...sample })));
const offered = ProposalKind.options.filter((kind) => PROPOSAL_KINDS[kind].way.by === "form");
/** Fields that send more than the value of their own name. */
const SEND_SEVERAL: readonly string[] = ["setting_change", "trust_change", "component_change", "policy_content"];

describe("every kind of decision", () => {
  test.each(samples)("[VOT-115] $kind says what is asked and what passing does", ({ kind, payload, named }) => {
    const reading = readPayload(kind, payload);
    const model = reading.model === null ? null : SAMPLE_MODEL;
    const context = { model, named: named ?? {}, conditions: 2 };
    expect(reading.model === null || reading.model === SAMPLE_MODEL.reference).toBe(true);
    expect(reading.subject).not.toBe("");
    expect(reading.ask(context)).toMatch(/^\S.*\?$/u);
    const { sentence, items } = reading.describeEffect(context);
    expect(sentence).toMatch(/\.$/u);
    expect(items.length).toBeGreaterThan(0);
    if (reading.effect.type === "change_status") expect(items[0]?.after).toBe(reading.effect.to);
  });

  test.each(offered)("[VOT-115] %s has a form whose fields its payload takes, and samples", (kind) => {
    const { way, input } = PROPOSAL_KINDS[kind];
    expect(KIND_SAMPLES[kind].length).toBeGreaterThan(0);
    expect(input).not.toBeNull();
    const judged = input?.safeParse({ nothing: "of this kind" });
    const known = judged?.error?.issues.flatMap((issue) => issue.path.map(String)) ?? [];
    const asked = way.by === "form" ? way.fields.filter((field) => !field.isOptional && !field.onlyWhen) : [];
    const plain = asked.filter((field) => !SEND_SEVERAL.includes(field.type));
    expect(known).toEqual(expect.arrayContaining(plain.map((field) => field.name)));
  });

  test.each(offered)("[VOT-115] %s refuses a payload of the wrong kind", (kind) => {
    const { input } = PROPOSAL_KINDS[kind];
    for (const wrong of [null, [], "text", {}, { model: 7 }]) expect(input?.safeParse(wrong).success).toBe(false);
  });

  test("[VOT-115] trust-weighted kinds are no board decisions", () => {
    expect(TrustWeightedKind.options.filter(isBoardDecision)).toEqual([]);
  });
});
