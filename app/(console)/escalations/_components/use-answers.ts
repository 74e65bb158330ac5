// Takes answers as fast as a person gives them: presses are taken at once and travel together, and what was answered is
// hidden until the page says so itself. What the server leaves as it was comes back with the reason.
import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { notify } from "@/components/ui/toast";
import { plural } from "@/lib/format/words";
import { acknowledgeManyAction, undoAcknowledgeAction } from "../actions";
import { sayDone, sayLeft } from "./act-on";
import { useHidden } from "./use-hidden";

/** What the server takes at once. */
const MOST = 500;

export function useAnswers() {
  const router = useRouter();
  const { hidden, hide, show, showLater } = useHidden();
  const waiting = useRef<string[]>([]);
  const isSending = useRef(false);
  const { given, remember, undo } = useUndo(show);

  const send = async () => {
    if (isSending.current) return;
    isSending.current = true;
    while (waiting.current.length > 0) {
      const references = waiting.current.splice(0, MOST);
      const result = await acknowledgeManyAction({ references }).catch(() => null);
      if (result?.ok) {
        const { done, left } = result.value;
        showLater(done);
        show(left.map(({ reference }) => reference));
        if (left.length > 0) notify.refused(sayLeft(left, "not acknowledged"));
        if (done.length > 0) remember(done, sayDone(done, "acknowledged"));
      } else {
        show(references);
        notify.refused(result?.problem ?? UNREACHABLE);
      }
      router.refresh();
    }
    isSending.current = false;
  };
  return {
    hidden,
    acknowledge: (references: readonly string[]) => {
      hide(references);
      waiting.current.push(...references);
      void send();
    },
    /** Answered in another way, by a sheet. With `undo` in words, it can be taken back like an acknowledgement. */
    settle: (references: readonly string[], undoable?: string) => {
      hide(references);
      showLater(references);
      if (undoable !== undefined) remember(references, undoable);
      router.refresh();
    },
    undoLast: given === undefined ? null : () => void undo(given),
  };
}

/** What can still be taken back, the newest first. */
function useUndo(show: (references: readonly string[]) => void) {
  const router = useRouter();
  const [given, setGiven] = useState<readonly (readonly string[])[]>([]);
  const undo = useCallback(
    async (references: readonly string[]) => {
      setGiven((before) => before.filter((each) => each !== references));
      const result = await undoAcknowledgeAction({ references: [...references] }).catch(() => null);
      show(references);
      router.refresh();
      if (!result?.ok) return notify.refused(result?.problem ?? UNREACHABLE);
      const { done, left } = result.value;
      if (done.length > 0) notify.done({ title: `${plural(done.length, "answer")} taken back` });
      if (left.length > 0) notify.refused(sayLeft(left, "not taken back"));
    },
    [router, show],
  );
  const remember = (done: readonly string[], title: string) => {
    setGiven((before) => [done, ...before]);
    notify.done({ title, undo: { onUndo: () => void undo(done) } });
  };
  return { given: given[0], remember, undo };
}

const UNREACHABLE = {
  title: "The server could not be reached",
  detail: "Check your connection; what you answered last is shown again",
};
