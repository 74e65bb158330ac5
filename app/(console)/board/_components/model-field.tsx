"use client";
import { useEffect, useId, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { findModelsAction } from "../actions";

type Found = { reference: string; name: string };

const LEAST_LETTERS = 2;
const PAUSE_MS = 200;

/** A model by its reference; typing part of its name offers those that fit. */
export function ModelField({ error }: { error: string | undefined }) {
  const [typed, setTyped] = useState("");
  const found = useModels(typed.trim());
  const listId = useId();
  return (
    <>
      <Field label="Model" hint="Type part of its name and choose it, or enter its reference" error={error}>
        <Input
          name="model"
          autoComplete="off"
          spellCheck={false}
          list={listId}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <datalist id={listId}>
        {found.map((model) => (
          <option key={model.reference} value={model.reference}>
            {model.name}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** The models that fit, after a pause in typing; none when the search is refused: the reference can still be typed. */
function useModels(q: string): readonly Found[] {
  const [found, setFound] = useState<readonly Found[]>([]);
  useEffect(() => {
    if (q.length < LEAST_LETTERS) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await findModelsAction({ q, limit: 8 });
      if (!isCurrent || !result.ok) return;
      setFound(result.value.items.map(({ reference, name, version }) => ({ reference, name: `${name} ${version}` })));
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [q]);
  return found;
}
