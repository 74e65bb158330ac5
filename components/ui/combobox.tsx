"use client";
import { type ComponentProps, useEffect, useId, useState } from "react";
import { Field } from "./field";
import { Input } from "./input";

/** What is entered, and what the reader knows it by. */
export type Suggestion = { readonly value: string; readonly name: string };
/** Those that fit; null when the search is refused. Given once, outside of any component. */
export type Search = (q: string) => Promise<readonly Suggestion[] | null>;

const LEAST_LETTERS = 2;
const PAUSE_MS = 200;

/** A field that takes a value as such; typing part of a name offers the values that fit. */
export function Combobox({
  label,
  hint,
  error,
  search,
  namesChosen = false,
  disabled = false,
  ...input
}: {
  label: string;
  hint: string;
  error?: string;
  search: Search;
  /** Says the name of the value entered in place of the hint. */
  namesChosen?: boolean;
} & Pick<ComponentProps<typeof Input>, "name" | "disabled" | "autoCapitalize">) {
  const [typed, setTyped] = useState("");
  const found = useSuggestions(typed.trim(), search);
  const listId = useId();
  const chosen = namesChosen ? found.find(({ value }) => value === typed.trim()) : undefined;
  return (
    <>
      <Field label={label} hint={chosen?.name ?? hint} error={error}>
        <Input
          {...input}
          autoComplete="off"
          spellCheck={false}
          list={listId}
          value={disabled ? "" : typed}
          disabled={disabled}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <datalist id={listId}>
        {found.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** Those that fit, after a pause in typing; none new when the search is refused: the value can still be typed. */
function useSuggestions(q: string, search: Search): readonly Suggestion[] {
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    if (q.length < LEAST_LETTERS) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const fitting = await search(q);
      if (isCurrent && fitting !== null) setFound(fitting);
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [q, search]);
  return found;
}
