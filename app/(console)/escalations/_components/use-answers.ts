// Answers "what has this person answered that the page does not show yet?" Presses are taken at once and travel together, so
// that a person is never slower than the server; what was answered is hidden until the page says so itself. What the server
// leaves as it was comes back with the reason.
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { reasonSentence } from "@/components/governance/reason-sentences";
import { notify } from "@/components/ui/toast";
import { plural } from "@/lib/format/words";
import { acknowledgeManyAction, undoAcknowledgeAction } from "../actions";

/** What the server takes at once. */
const MOST = 500;
/** A page that was being read while the answer was given may still be the old one. */
const SETTLE_MS = 5_000;

export function useAnswers() {
  const router = useRouter();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef<string[]>([]);
  const isSending = useRef(false);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  /** What can still be taken back, the newest last. */
  const [given, setGiven] = useState<readonly (readonly string[])[]>([]);

  const show = useCallback((references: readonly string[]) => {
    setHidden((before) => new Set([...before].filter((reference) => !references.includes(reference))));
  }, []);
  const showLater = useCallback(
    (references: readonly string[]) => {
      const timer = setTimeout(() => {
        timers.current.delete(timer);
        show(references);
      }, SETTLE_MS);
      timers.current.add(timer);
    },
    [show],
  );
  useEffect(() => {
    const pending = timers.current;
    return () => {
      for (const timer of pending) clearTimeout(timer);
    };
  }, []);

  const undo = useCallback(
    async (references: readonly string[]) => {
      setGiven((before) => before.filter((each) => each !== references));
      const result = await undoAcknowledgeAction({ references: [...references] });
      show(references);
      router.refresh();
      if (!result.ok) return notify.refused(result.problem);
      const { done, left } = result.value;
      if (done.length > 0) notify.done({ title: `${plural(done.length, "acknowledgement")} taken back` });
      if (left.length > 0) notify.refused(sayLeft(left, "could not be taken back"));
    },
    [router, show],
  );

  const send = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    while (waiting.current.length > 0) {
      const references = waiting.current.splice(0, MOST);
      const result = await acknowledgeManyAction({ references }).catch(() => null);
      if (result === null || !result.ok) {
        show(references);
        notify.refused(result?.problem ?? UNREACHABLE);
        continue;
      }
      const { done, left } = result.value;
      showLater(done);
      show(left.map(({ reference }) => reference));
      if (left.length > 0) notify.refused(sayLeft(left, "stayed as they were"));
      if (done.length > 0) {
        setGiven((before) => [...before, done]);
        const title = done.length === 1 ? `${done[0]} acknowledged` : `${done.length} acknowledged`;
        notify.done({ title, undo: { onUndo: () => void undo(done) } });
      }
      router.refresh();
    }
    isSending.current = false;
  }, [router, show, showLater, undo]);

  const acknowledge = useCallback(
    (references: readonly string[]) => {
      setHidden((before) => new Set([...before, ...references]));
      waiting.current.push(...references);
      void send();
    },
    [send],
  );
  /** Answered in another way, by a sheet. */
  const settle = useCallback(
    (references: readonly string[]) => {
      setHidden((before) => new Set([...before, ...references]));
      showLater(references);
      router.refresh();
    },
    [router, showLater],
  );
  const last = given.at(-1);
  return { hidden, acknowledge, settle, undoLast: last === undefined ? null : () => void undo(last) };
}

const UNREACHABLE = {
  title: "The server could not be reached",
  detail: "Check your connection; what you answered last is shown again",
};

function sayLeft(left: readonly { reference: string; code: string }[], what: string) {
  const [first] = left;
  const why = first === undefined ? "" : reasonSentence({ code: first.code, facts: {} });
  const named = left.slice(0, 5).map(({ reference }) => reference);
  const title =
    left.length === 1 ? `${first?.reference} ${what.replace("they were", "it was")}` : `${left.length} ${what}`;
  return {
    title,
    detail: left.length === 1 ? why : `${why}: ${named.join(", ")}${left.length > 5 ? " and more" : ""}`,
  };
}
