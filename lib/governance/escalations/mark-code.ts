// Answers "which stage speaks with this code, and what did it do?" (ESC-3): a mark is kept as its code, its facts and its instant;
// stage and outcome follow from the code.
import type { Reason } from "../kernel/verdict.ts";
import type { Mark, StageName } from "./item.ts";

const PREFIX = "escalations.";

const SPEAKERS: Readonly<Record<string, readonly [StageName, Mark["outcome"]]>> = {
  taken_in: ["intake", "kept"],
  severity_assessed: ["severity", "kept"],
  first_of_its_kind: ["dedupe", "kept"],
  severity_rose: ["dedupe", "kept"],
  merged: ["dedupe", "merged"],
  not_held: ["hold", "kept"],
  silenced: ["hold", "held"],
  inhibited: ["hold", "held"],
  resolved_while_held: ["hold", "kept"],
  within_budget: ["budget", "kept"],
  stays_in_channel: ["budget", "kept"],
  exempt_from_downgrade: ["budget", "kept"],
  downgraded: ["budget", "moved"],
  over_budget: ["budget", "moved"],
  routed: ["route", "kept"],
  at_once: ["batch", "kept"],
  batched: ["batch", "held"],
  told_at_once: ["deliver", "kept"],
  waits_for_digest: ["deliver", "held"],
};

/** `["batched", { channel: "daily_summary" }, "2026-11-20T16:00:00.000Z"]`; what says nothing at the end is left out. */
export type KeptMark = readonly [string, Reason["facts"]?, string?];

export function toKeptMark({ stage, outcome, code, facts, until }: Mark): KeptMark {
  const name = code.slice(PREFIX.length);
  const [speaker, did] = SPEAKERS[name] ?? [];
  if (speaker !== stage || did !== outcome) throw new Error(`${stage} has no \`${code}\` that means ${outcome}`);
  if (until !== null) return [name, facts, until];
  return Object.keys(facts).length === 0 ? [name] : [name, facts];
}

export function fromKeptMark([name, facts = {}, until]: KeptMark): Mark {
  const [stage, outcome] = SPEAKERS[name] ?? [];
  if (stage === undefined || outcome === undefined) throw new Error(`No stage says \`${name}\``);
  return { stage, outcome, code: `${PREFIX}${name}`, facts, until: until ?? null };
}
