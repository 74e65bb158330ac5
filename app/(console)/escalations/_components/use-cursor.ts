// Answers "which row is the keyboard at?" It is kept by reference, like what is chosen, so that a list that changes under the
// reader moves neither. A row that is gone hands the cursor to the one that took its place.
import { useCallback, useEffect, useRef, useState } from "react";
import { useChoice } from "./use-choice";
import { usePlace } from "./use-place";

type Row = { readonly reference: string };

export function useCursor<Item extends Row>(rows: readonly Item[]) {
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const last = useRef(0);
  const mustFocus = useRef(false);
  const found = rows.findIndex(({ reference }) => reference === wanted);
  const at = found >= 0 ? found : Math.min(last.current, rows.length - 1);
  const current = rows[at] ?? null;
  const key = current?.reference ?? null;

  useEffect(() => {
    last.current = Math.max(0, at);
  }, [at]);
  useEffect(() => {
    // Asked for the row that it was at by itself: the key stays, the wish is new.
    if (!mustFocus.current || key === null || wanted === null) return;
    mustFocus.current = false;
    const row = list.current?.querySelector<HTMLElement>(`tr[data-key="${key}"]`);
    row?.querySelector<HTMLElement>("a[data-row]")?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }, [key, wanted]);

  const go = useCallback((reference: string) => {
    mustFocus.current = true;
    setWanted(reference);
  }, []);
  usePlace(rows, wanted === null ? null : key, go);
  const step = (by: 1 | -1) => {
    // The first press shows where the keyboard is.
    const next = wanted === null ? rows[0] : rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next !== undefined) go(next.reference);
  };
  /** Before these leave the list: the cursor goes to what comes after them. */
  const passOver = (leaving: ReadonlySet<string>) => {
    const stays = (row: Item) => !leaving.has(row.reference);
    const next = rows.slice(at).find(stays) ?? rows.slice(0, Math.max(0, at)).findLast(stays);
    if (next !== undefined) go(next.reference);
  };
  const choice = useChoice(rows);
  return {
    ...{ list, current, step, go, passOver },
    ...choice,
    /** What an act is about: what is chosen, or else where the keyboard is. */
    targets: choice.shown.length > 0 ? choice.shown : current === null ? [] : [current],
  };
}
