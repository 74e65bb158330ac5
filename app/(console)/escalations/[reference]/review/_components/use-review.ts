import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { useClock } from "@/components/ui/instant";
import { notify } from "@/components/ui/toast";
import { atLocal, toLocalInput } from "@/lib/client/day-instant";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import { recordReviewAction } from "../../../actions";
import { type FirstEvent, type ReviewDraft, readDraft, writeDraft } from "./review-draft";

const nextKey = (rows: readonly { key: number }[]) => Math.max(0, ...rows.map(({ key }) => key)) + 1;

/** Everything typed is kept on this device until it is on record. */
export function useReview(reference: string, events: readonly FirstEvent[]) {
  const router = useRouter();
  const { zone } = useClock();
  const [draft, setDraft] = useState<ReviewDraft>(() => ({
    timeline: events.map(({ at, what }, key) => ({ key, what, at: toLocalInput(new Date(at), zone) })),
    actions: [],
    ...{ rootCause: "", impact: "", lessons: "", policyUpdates: "" },
  }));
  useEffect(() => {
    const kept = readDraft(reference);
    if (kept !== null) setDraft(kept);
  }, [reference]);
  const record = useAction(recordReviewAction, {
    onDone: () => {
      writeDraft(reference, null);
      notify.done({ title: "The review is on record", detail: "Its actions are follow-ups now; the chair signs it." });
      router.push(`${paths.escalations.detail(reference)}#review`);
    },
  });
  const change = (part: Partial<ReviewDraft>) =>
    setDraft((before) => {
      const after = { ...before, ...part };
      writeDraft(reference, after);
      return after;
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { timeline, actions, ...texts } = draft;
    void record.run({
      reference,
      ...texts,
      timeline: timeline.map(({ at, what }) => ({ at: atLocal(at, zone)?.toISOString() ?? "", what })),
      actions: actions.map(({ text, days, assignee }) => ({
        ...{ text, dueInDays: days.trim() === "" ? Number.NaN : Number(days) },
        assignee: assignee === "" ? null : assignee,
      })),
    });
  };
  return {
    ...{ draft, change, submit, record },
    addEvent: () => change({ timeline: [...draft.timeline, { key: nextKey(draft.timeline), at: "", what: "" }] }),
    addAction: () =>
      change({ actions: [...draft.actions, { key: nextKey(draft.actions), text: "", days: "14", assignee: "" }] }),
  };
}
