// Answers "where was I?" when the reader comes back to the list from a row that was looked at, or from the proposal that it
// became: the keyboard stands there again, or at what came after it.
import { useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { keepAddress, keepRows, takeRows } from "./queue-place";

type Row = { readonly reference: string };

/** `at`: the row of the keyboard; null until a key has moved it. */
export function usePlace(rows: readonly Row[], at: string | null, go: (reference: string) => void): void {
  const search = useSearchParams().toString();
  const latest = useRef({ rows, at });
  useEffect(() => {
    latest.current = { rows, at };
  });
  useEffect(() => keepAddress(search), [search]);
  useEffect(() => {
    const before = takeRows();
    const found = before.find((reference) => latest.current.rows.some((row) => row.reference === reference));
    if (found !== undefined) go(found);
    return () => {
      const { rows: shown, at: left } = latest.current;
      const index = shown.findIndex(({ reference }) => reference === left);
      if (index >= 0) keepRows(shown.slice(index).map(({ reference }) => reference));
    };
  }, [go]);
}
