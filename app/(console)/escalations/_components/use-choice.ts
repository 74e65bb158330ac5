// Answers "which rows are chosen?" By reference: what leaves the list and comes back is as it was.
import { useCallback, useState } from "react";

type Row = { readonly reference: string };

export function useChoice<Item extends Row>(rows: readonly Item[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = rows.filter(({ reference }) => chosen.has(reference));
  const isAll = rows.length > 0 && shown.length === rows.length;
  const without = (before: ReadonlySet<string>, references: readonly string[]) =>
    new Set([...before].filter((each) => !references.includes(each)));
  /** These too, in a press; all of them chosen already, none of them any more. */
  const toggle = (references: readonly string[]) =>
    setChosen((before) =>
      references.every((reference) => before.has(reference))
        ? without(before, references)
        : new Set([...before, ...references]),
    );
  return {
    ...{ shown, isAll, toggle },
    isChosen: (reference: string) => chosen.has(reference),
    toggleAll: () => setChosen(isAll ? new Set() : new Set(rows.map(({ reference }) => reference))),
    /** What was done is not chosen any more; what was left stays so. */
    drop: (references: readonly string[]) => setChosen((before) => without(before, references)),
    clear: useCallback(() => setChosen(new Set()), []),
  };
}
