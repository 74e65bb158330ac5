import Link from "next/link";
import { POLICY_MODE_LABELS, POLICY_TYPE_LABELS } from "@/components/governance/policy-labels";
import { DefinitionList } from "@/components/ui/definition-list";
import { MarkdownText } from "@/components/ui/markdown";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import type { PolicyView } from "@/lib/governance/policy/view";

/** What people read, then what checks follow, then how it holds. */
export function PolicyText({ policy }: { policy: PolicyView }) {
  const { content, ruleWords, scopeWords, effectWords, exceptions, reference } = policy;
  return (
    <>
      <MarkdownText className="max-w-read font-serif">{content.statement}</MarkdownText>
      <Section
        title="Rules"
        note={ruleWords.length > 1 ? "In this order; the first one that decides ends it" : undefined}
      >
        {ruleWords.length === 0 ? (
          <p className="text-ink-muted">It has no rules: people follow its statement.</p>
        ) : (
          <ol className="max-w-read list-decimal space-y-1.5 pl-6 marker:text-ink-muted">
            {ruleWords.map((words, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rules of a version never change, and two may say the same
              <li key={index}>{words}</li>
            ))}
          </ol>
        )}
      </Section>
      <Section title="How it holds">
        <DefinitionList
          items={[
            { term: "Type", value: POLICY_TYPE_LABELS[content.type] },
            { term: "Holds for", value: scopeWords },
            { term: "In effect", value: effectWords },
            {
              term: "Mode",
              value:
                content.mode === "shadow"
                  ? "Shadow: considered and recorded, deciding nothing"
                  : POLICY_MODE_LABELS[content.mode],
            },
            { term: "Priority", value: `${content.priority}, of 0 to 100; higher is considered first` },
            ...(exceptions === 0
              ? []
              : [
                  {
                    term: "Exceptions",
                    value: (
                      <Link className="link" href={paths.grants.list({ policy: reference })}>
                        {plural(exceptions, "exception")} in force
                      </Link>
                    ),
                  },
                ]),
          ]}
        />
      </Section>
    </>
  );
}
