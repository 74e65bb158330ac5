"use client";
import { useEffect, useRef, useState } from "react";
import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { PolicyChangeKind } from "@/lib/governance/policy/schema";
import {
  choosePolicy,
  type PolicyChoice,
  type PolicyDraft,
  type PolicyPayload,
  toFirstDraft,
  toPayload,
} from "./policy-draft";
import { PolicyRulesEditor } from "./policy-rules-editor";
import { PolicyTextFields } from "./policy-text-fields";

const CHANGES = [
  { value: "create", label: "Make a new policy" },
  { value: "change", label: "Change a policy", hint: "The next version; earlier ones stay on record" },
  { value: "retire", label: "Retire a policy", hint: "It no longer holds; what it said stays on record" },
] as const;

/**
 * What changes about a policy: `change`, `policy`, `baseVersion` and `content` of the payload. Holds what is typed; every
 * change is handed up as the payload it makes.
 */
export function PolicyContentFields({
  value,
  onChange,
  errorOf,
  policies,
}: {
  /** What the form begins with: a kept payload, or only the change and the policy that a link named. */
  value: PolicyPayload | null;
  onChange: (value: PolicyPayload, draft: PolicyDraft) => void;
  /** By the path within the payload, such as `content.name`. */
  errorOf: (path: string) => string | undefined;
  policies: readonly PolicyChoice[];
}) {
  const [draft, setDraft] = useState<PolicyDraft>(() => toFirstDraft(value, policies));
  const handUp = useRef(onChange);
  handUp.current = onChange;
  useEffect(() => handUp.current(toPayload(draft), draft), [draft]);
  const set = (change: Partial<PolicyDraft>) => setDraft((before) => ({ ...before, ...change }));
  const isWritten = draft.change === "create" || (draft.change === "change" && draft.policy !== "");
  return (
    <div className="space-y-5">
      <RadioGroup
        legend="What changes"
        name="change"
        value={draft.change}
        error={errorOf("change")}
        choices={CHANGES.map((choice) => ({ ...choice, disabled: choice.value !== "create" && policies.length === 0 }))}
        onValueChange={(next) => set({ change: PolicyChangeKind.parse(next) })}
      />
      {draft.change === "create" ? null : (
        <Field label="Policy" hint="In its latest version" error={errorOf("policy") ?? errorOf("baseVersion")}>
          <Select
            value={draft.policy}
            placeholder="Choose a policy"
            options={policies.map(({ reference, content, version }) => ({
              value: reference,
              label: `${content.name} (version ${version})`,
            }))}
            onChange={(event) => setDraft((before) => choosePolicy(before, event.target.value, policies))}
          />
        </Field>
      )}
      {isWritten ? (
        <>
          <PolicyTextFields draft={draft} errorOf={errorOf} onChange={set} />
          <PolicyRulesEditor rules={draft.rules} errorOf={errorOf} onChange={(rules) => set({ rules })} />
        </>
      ) : null}
    </div>
  );
}
