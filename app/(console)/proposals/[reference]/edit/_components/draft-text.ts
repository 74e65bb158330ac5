// Which words of a draft its form asks for, and what of them goes to the server. Many kinds keep their reason in the payload
// and say the same as their description: then it is asked for once.
import type { DraftView } from "@/lib/governance/voting/view";

export type DraftText = {
  /** null where the kind has none. */
  readonly reason: string | null;
  /** null where the reason says it. */
  readonly description: string | null;
};

export function readDraftText({ payload, description }: DraftView): DraftText {
  const reason = typeof payload.reason === "string" ? payload.reason : null;
  return { reason, description: reason !== null && reason.trim() === description.trim() ? null : description };
}

export function toEdit(draft: DraftView, given: FormData) {
  const text = readDraftText(draft);
  const say = (name: string) => String(given.get(name) ?? "");
  const hours = say("votingHours");
  return {
    reference: draft.reference,
    title: say("title"),
    description: text.description === null ? say("reason") : say("description"),
    // An empty field travels as no number: the server answers with the field and the remedy.
    votingHours: hours.trim() === "" ? Number.NaN : Number(hours),
    ...(text.reason === null ? {} : { payload: { ...draft.payload, reason: say("reason") } }),
  };
}
