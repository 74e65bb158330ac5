// Changes a draft before it is opened (VOT-190), under the row's lock. Nothing of it is frozen yet: it is judged like a new
// one, and once more when it is opened.
import type { z } from "zod";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { Actor } from "../kernel/actor.ts";
import { digestOf, toCanonicalJson } from "../kernel/digest.ts";
import { lockModel } from "../registry/store.ts";
import { readPayload } from "./decision-kind.ts";
import { loadVotingDefaults } from "./defaults-store.ts";
import { requireCarriable } from "./effect-store.ts";
import { toVotingEvent } from "./events.ts";
import { lockProposal, type StoredProposal, saveProposal, toRecord } from "./proposal-store.ts";
import { requireConditionless, requireProposable } from "./proposing.ts";
import { UNHEARD } from "./proposing-store.ts";
import { refuseFor } from "./refusals.ts";
import type { EditDraftInput } from "./request.ts";
import { toStoredConditions } from "./submission.ts";
import { assessTransition } from "./transition.ts";
import { toTransitionActor } from "./transition-actor-store.ts";
import type { DraftView } from "./view.ts";

type Text = Pick<StoredProposal, "title" | "description" | "payload" | "votingHours" | "conditions">;

export async function editDraft(
  tx: UnitOfWork,
  input: z.infer<typeof EditDraftInput>,
  by: { readonly actor: Actor; readonly now: () => Promise<Date> },
): Promise<DraftView> {
  const { reference, payload: sent, conditions: asked, ...wanted } = input;
  const before = await lockProposal(tx, reference, by.actor);
  const { kind } = before;
  const payload = sent === undefined ? {} : { payload: requireProposable(kind, sent, by.actor) };
  const { conditionDays } = await loadVotingDefaults(tx);
  const conditions = asked === undefined ? before.conditions : toStoredConditions(asked, conditionDays);
  requireConditionless(kind, conditions.length);
  const after = { ...before, ...withoutUndefined(wanted), ...payload, conditions };
  const reading = readPayload(kind, after.payload);
  const model = reading.model === null ? null : await lockModel(tx, reading.model);
  const at = await by.now();
  requireEditable(before, by.actor, at);
  const changed = findChanged(before, after);
  if (changed.length === 0) {
    tx.unchanged();
    return toDraftView(before);
  }
  const proposal = { ...after, modelId: model?.id ?? null };
  await requireCarriable(tx, reading.effect, { proposal, model, actor: by.actor, at });
  const { title, description, votingHours, modelId } = proposal;
  const saved = await saveProposal(tx, before.id, {
    ...{ title, description, votingHours, modelId },
    payload: after.payload as object,
    conditions: [...conditions],
  });
  const details = { kind, subject: reading.subject, changed, votingHours, conditions: conditions.length };
  const digests = { beforeDigest: digestOf(toText(before)), afterDigest: digestOf(toText(saved)) };
  const subject = { type: "proposal", reference } as const;
  await tx.record(
    toVotingEvent("voting.draft_edited", subject, details, { personal: { title }, ...digests, ...UNHEARD }),
  );
  return toDraftView(saved);
}

function requireEditable(draft: StoredProposal, actor: Actor, at: Date): void {
  const facts = { act: "edit", record: toRecord(draft), now: at, tally: null } as const;
  const verdict = assessTransition({ ...facts, actor: toTransitionActor(actor, false) });
  if (verdict.outcome === "refused") throw refuseFor(verdict.reasons[0], draft.reference);
}

/** As the form shows it again. */
export function toDraftView(draft: StoredProposal): DraftView {
  const { reference, kind, title, description, votingHours } = draft;
  const payload = draft.payload as Record<string, unknown>;
  return { reference, kind, title, description, payload, votingHours, conditions: [...draft.conditions] };
}

function toText({ title, description, payload, votingHours, conditions }: Text) {
  return { title, description, payload, votingHours, conditions };
}

function findChanged(before: Text, after: Text): string[] {
  const [one, other] = [toText(before), toText(after)];
  const names = Object.keys(one) as (keyof Text)[];
  return names.filter((name) => toCanonicalJson(one[name]) !== toCanonicalJson(other[name]));
}

function withoutUndefined<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  const given = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(given) as { [Key in keyof Value]?: Exclude<Value[Key], undefined> };
}
