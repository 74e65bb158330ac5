// Answers "where was I?" when the reader comes back to the list from a row that was looked at, or from the proposal that it
// became: the keyboard stands there again, or at what came after it.
import { useEffect, useRef } from "react";

type Row = { readonly reference: string };
const KEY = "gavel.queue-place";

/** `at`: the row of the keyboard; null until a key has moved it. */
export function usePlace(rows: readonly Row[], at: string | null, go: (reference: string) => void): void {
  const latest = useRef({ rows, at });
  useEffect(() => {
    latest.current = { rows, at };
  });
  useEffect(() => {
    const before = (sessionStorage.getItem(KEY) ?? "").split(" ");
    const found = before.find((reference) => latest.current.rows.some((row) => row.reference === reference));
    if (found !== undefined) go(found);
    sessionStorage.removeItem(KEY);
    return () => {
      const { rows: shown, at: left } = latest.current;
      const index = shown.findIndex(({ reference }) => reference === left);
      const from = shown.slice(index).map(({ reference }) => reference);
      if (index >= 0) sessionStorage.setItem(KEY, from.join(" "));
    };
  }, [go]);
}
