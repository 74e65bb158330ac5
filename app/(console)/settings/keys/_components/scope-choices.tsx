"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { FieldError } from "@/components/ui/field";
import { groupScopes, isReading } from "./scope-words";

/** Checkboxes named `scopes`, by area; only what the person's own roles carry is offered. */
export function ScopeChoices({ scopes, error }: { scopes: readonly string[]; error?: string }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (scope: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(scope);
    else next.delete(scope);
    setChosen(next);
  };
  return (
    <fieldset aria-describedby={error === undefined ? undefined : "scopes-error"}>
      <legend className="text-sm font-medium">What may it do?</legend>
      <div className="mt-1 mb-2 flex flex-wrap gap-2">
        <Button size="small" onClick={() => setChosen(new Set(scopes.filter(isReading)))}>
          Reading only
        </Button>
        <Button size="small" onClick={() => setChosen(new Set(scopes))}>
          Everything I may do
        </Button>
        <Button size="small" tone="quiet" onClick={() => setChosen(new Set())}>
          Nothing
        </Button>
        <span
          role="status"
          className="self-center text-xs text-ink-muted"
        >{`${chosen.size} of ${scopes.length} chosen`}</span>
      </div>
      <div className="grid gap-x-6 md:grid-cols-2">
        {groupScopes(scopes).map((group) => (
          <div key={group.area} className="border-t border-line py-2">
            <p className="text-xs font-medium text-ink-muted">{group.area}</p>
            {group.scopes.map(({ scope, words }) => (
              <Checkbox
                key={scope}
                name="scopes"
                value={scope}
                checked={chosen.has(scope)}
                onChange={(event) => toggle(scope, event.target.checked)}
                label={<span title={scope}>{words}</span>}
                className="min-h-7 py-1"
              />
            ))}
          </div>
        ))}
      </div>
      {error === undefined ? null : <FieldError id="scopes-error">{error}</FieldError>}
    </fieldset>
  );
}
