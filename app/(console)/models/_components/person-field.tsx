"use client";
import { useEffect, useId, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { findPeopleAction } from "../actions";

type Found = { email: string; name: string };

const LEAST_LETTERS = 2;
const PAUSE_MS = 200;

/** A member by e-mail address; typing part of the name offers those that fit. */
export function PersonField({
  label,
  hint,
  name,
  error,
  defaultValue = "",
  disabled = false,
}: {
  label: string;
  hint?: string;
  name: string;
  error?: string;
  defaultValue?: string;
  disabled?: boolean;
}) {
  const [typed, setTyped] = useState(defaultValue);
  const found = usePeople(typed.trim());
  const listId = useId();
  const known = found.find(({ email }) => email === typed.trim());
  return (
    <>
      <Field
        label={label}
        hint={known?.name ?? hint ?? "Type part of the name and choose, or enter the e-mail address"}
        error={error}
      >
        <Input
          name={name}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          list={listId}
          value={disabled ? "" : typed}
          disabled={disabled}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <datalist id={listId}>
        {found.map((person) => (
          <option key={person.email} value={person.email}>
            {person.name}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** Those that fit, after a pause in typing; none when the search is refused: the address can still be typed. */
function usePeople(q: string): readonly Found[] {
  const [found, setFound] = useState<readonly Found[]>([]);
  useEffect(() => {
    if (q.length < LEAST_LETTERS) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await findPeopleAction({ q, limit: 8 });
      if (!isCurrent || !result.ok) return;
      const here = result.value.items.filter(({ access }) => access !== "ended");
      setFound(here.map(({ email, name }) => ({ email, name })));
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [q]);
  return found;
}
