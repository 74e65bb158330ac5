import Link from "next/link";
import { CopyDigest } from "@/components/ui/copy-digest";
import { type Definition, DefinitionList } from "@/components/ui/definition-list";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import { sentenceCase } from "@/lib/format/words";
import type { ToldEntry } from "@/lib/governance/audit/schema";
import { OutcomeMark } from "./outcome-mark";
import { subjectHref } from "./subject-href";

const link = "underline underline-offset-2 hover:text-accent";

/** What the leaf says, field by field, with ways on to the same actor and the same subject. */
export function EntryFacts({ entry }: { entry: ToldEntry }) {
  return <DefinitionList items={toFacts(entry)} />;
}

function toFacts(entry: ToldEntry): Definition[] {
  const digests = [
    { term: "State before", value: entry.beforeDigest },
    { term: "State after", value: entry.afterDigest },
  ].flatMap(({ term, value }) => (value === null ? [] : [{ term, value: <CopyDigest value={value} /> }]));
  return [
    { term: "Who", value: <Actor entry={entry} /> },
    { term: "Act", value: <code className="font-mono text-[0.92em]">{entry.action}</code> },
    { term: "On", value: <Subject entry={entry} /> },
    { term: "Outcome", value: <OutcomeMark outcome={entry.outcome} always /> },
    {
      term: "When",
      value: (
        <>
          <Instant at={entry.occurredAt} as="exact" />{" "}
          <span className="font-mono text-[0.92em] whitespace-nowrap text-ink-muted">{entry.occurredAt}</span>
        </>
      ),
    },
    ...Object.entries(entry.details).map(([name, value]) => ({ term: toTerm(name), value: toValue(value) })),
    ...digests,
    { term: "Request", value: <CopyDigest value={entry.requestId} what="request id" /> },
  ];
}

function Actor({ entry: { actor, actorName } }: { entry: ToldEntry }) {
  return (
    <span className="flex flex-wrap gap-x-3">
      {actor.id === null ? (
        actorName
      ) : (
        <Link href={paths.people.detail(actor.id)} className={link}>
          {actorName}
        </Link>
      )}
      <Link href={paths.audit.list({ actor: actor.id ?? actor.kind })} className="text-ink-muted hover:text-ink">
        Everything by them
      </Link>
    </span>
  );
}

function Subject({ entry: { subject, subjectName } }: { entry: ToldEntry }) {
  const href = subjectHref(subject);
  return (
    <span className="flex flex-wrap gap-x-3">
      <span>
        {sentenceCase(subject.type)}{" "}
        {href === null ? (
          subjectName.replaceAll("`", "")
        ) : (
          <Link href={href} className={link}>
            {subjectName}
          </Link>
        )}
      </span>
      <Link href={paths.audit.list({ subject: subject.reference })} className="text-ink-muted hover:text-ink">
        Everything on it
      </Link>
    </span>
  );
}

/** "grantedRoles" -> "Granted roles" */
function toTerm(name: string): string {
  return sentenceCase(name.replace(/([A-Z])/gu, " $1").toLowerCase());
}

function toValue(value: ToldEntry["details"][string]) {
  if (typeof value === "string" && /^[0-9a-f]{64}$/u.test(value)) return <CopyDigest value={value} />;
  const href = typeof value === "string" ? subjectHref({ type: "", reference: value }) : null;
  if (href !== null) {
    return (
      <Link href={href} className={link}>
        {String(value)}
      </Link>
    );
  }
  if (value === null || value === "") return <span className="text-ink-muted">none</span>;
  if (typeof value !== "object") return <span className="[overflow-wrap:anywhere]">{String(value)}</span>;
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) {
    return value.length === 0 ? <span className="text-ink-muted">none</span> : value.join(", ");
  }
  return <code className="font-mono text-[0.92em] [overflow-wrap:anywhere]">{JSON.stringify(value)}</code>;
}
