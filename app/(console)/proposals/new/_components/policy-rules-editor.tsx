"use client";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { newRule, type RuleDraft } from "./policy-draft";
import { PolicyRuleFields } from "./policy-rule-fields";

/** Rules in their order: the first one that decides ends it. */
export function PolicyRulesEditor({
  rules,
  errorOf,
  onChange,
}: {
  rules: readonly RuleDraft[];
  errorOf: (path: string) => string | undefined;
  onChange: (rules: readonly RuleDraft[]) => void;
}) {
  const id = useId();
  const [added, setAdded] = useState(0);
  const add = () => {
    setAdded(added + 1);
    onChange([...rules, newRule(`new-${added}`)]);
  };
  const moveUp = (index: number) => {
    const before = rules[index - 1];
    const moved = rules[index];
    if (before === undefined || moved === undefined) return;
    onChange(rules.map((rule, at) => (at === index - 1 ? moved : at === index ? before : rule)));
  };
  const own = rules.length === 0 ? errorOf("content.rules") : undefined;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-sm font-medium">
        Rules
      </h2>
      <p className="mb-2 text-xs text-ink-muted">
        In their order; the first one that decides ends it. A policy without rules is followed by people.
      </p>
      {own === undefined ? null : <FieldError>{own}</FieldError>}
      <ol>
        {rules.map((rule, index) => (
          <PolicyRuleFields
            key={rule.key}
            rule={rule}
            place={index + 1}
            isFirst={index === 0}
            errorOf={errorOf}
            onChange={(next) => onChange(rules.map((each, at) => (at === index ? next : each)))}
            onUp={() => moveUp(index)}
            onRemove={() => onChange(rules.filter((_, at) => at !== index))}
          />
        ))}
      </ol>
      <Button onClick={add}>Add a rule</Button>
    </section>
  );
}
