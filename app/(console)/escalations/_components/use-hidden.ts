// Answers "what has been answered that the page does not show yet?"
import { useCallback, useEffect, useRef, useState } from "react";

/** A page that was being read while the answer was given may still be the old one, and a slow server takes its time. */
const SETTLE_MS = 60_000;

export function useHidden() {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  const hide = useCallback((references: readonly string[]) => {
    setHidden((before) => new Set([...before, ...references]));
  }, []);
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
  return { hidden, hide, show, showLater };
}
