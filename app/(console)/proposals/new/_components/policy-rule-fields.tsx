"use client";
import { RULE_ACTION_LABELS, RULE_TARGET_LABELS } from "@/components/governance/policy-labels";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { RuleAction, RuleTarget } from "@/lib/governance/policy/schema";
import { PolicyConditionRow } from "./policy-condition-row";
import { type ComparisonDraft, newComparison, type RuleDraft } from "./policy-draft";

const ACTIONS = RuleAction.options.map((value) => ({ value, label: RULE_ACTION_LABELS[value] }));
const TARGETS = RuleTarget.options.map((value) => ({ value, label: RULE_TARGET_LABELS[value] }));

type Props = {
  rule: RuleDraft;
  place: number;
  isFirst: boolean;
  errorOf: (path: string) => string | undefined;
  onChange: (rule: RuleDraft) => void;
  onUp: () => void;
  onRemove: () => void;
};

/** One rule: when all of this holds, do that. */
export function PolicyRuleFields({ rule, place, isFirst, errorOf, onChange, onUp, onRemove }: Props) {
  const path = `content.rules.${place - 1}`;
  const { action, target, message } = rule;
  const sends = action === "escalate" || action === "require_approval";
  return (
    <li className="space-y-3 border-t border-line py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">Rule {place}</h3>
        <span className="flex gap-1">
          {isFirst ? null : (
            <Button size="small" tone="quiet" onClick={onUp} aria-label={`Move rule ${place} up`}>
              Move up
            </Button>
          )}
          <Button size="small" tone="quiet" onClick={onRemove} aria-label={`Remove rule ${place}`}>
            Remove
          </Button>
        </span>
      </div>
      <Condition
        rule={rule}
        place={place}
        errorOf={(rest) => errorOf(`${path}.condition${rest}`)}
        onChange={onChange}
      />
      <div className="grid gap-3 md:grid-cols-2">
        <Field label="Then" error={errorOf(`${path}.action`)}>
          <Select
            value={action}
            options={ACTIONS}
            onChange={(event) => onChange({ ...rule, action: RuleAction.parse(event.target.value) })}
          />
        </Field>
        {sends ? (
          <Field label={action === "escalate" ? "To" : "Of"} error={errorOf(`${path}.target`)}>
            <Select
              value={target}
              placeholder="The nearest level above that may"
              options={TARGETS}
              onChange={(event) => onChange({ ...rule, target: RuleTarget.safeParse(event.target.value).data ?? "" })}
            />
          </Field>
        ) : null}
      </div>
      <Field
        label="Message"
        hint="What the agent and readers of the log are told"
        optional
        error={errorOf(`${path}.message`)}
      >
        <Input
          value={message}
          maxLength={500}
          onChange={(event) => onChange({ ...rule, message: event.target.value })}
        />
      </Field>
    </li>
  );
}

function Condition({ rule, place, errorOf, onChange }: Pick<Props, "rule" | "place" | "errorOf" | "onChange">) {
  const { comparisons, kept } = rule;
  if (comparisons === null) {
    return (
      <p className="border-l-2 border-line-strong pl-3 text-ink-muted">
        {kept?.words === "" ? "A condition with groups inside groups." : kept?.words} It was sent over HTTP and is kept
        as it is; here it can only be removed.
      </p>
    );
  }
  const set = (next: readonly ComparisonDraft[]) => onChange({ ...rule, comparisons: next });
  return (
    <div>
      <p className="mb-1.5 text-sm font-medium">{comparisons.length > 1 ? "When all of this holds" : "When"}</p>
      <ul className="space-y-2">
        {comparisons.map((comparison, index) => (
          <PolicyConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing but its place; its fields hold no state
            key={index}
            comparison={comparison}
            label={`Rule ${place}, condition ${index + 1}`}
            error={errorOf(`.all.${index}`)}
            onChange={(next) => set(comparisons.map((each, at) => (at === index ? next : each)))}
            onRemove={() => set(comparisons.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      {comparisons.length === 0 ? <p className="text-ink-muted">Always</p> : null}
      <Button size="small" className="mt-2" onClick={() => set([...comparisons, newComparison("amount")])}>
        Add a condition
      </Button>
    </div>
  );
}
