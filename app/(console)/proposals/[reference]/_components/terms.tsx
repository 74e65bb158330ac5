import Link from "next/link";
import { paths } from "@/lib/client/paths";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { Part } from "./part";

const GRANT = /^GRT-[0-9A-Z]{8}$/u;

/** What is decided on in full, where a sentence does not say it all. */
export function Terms({ terms }: { terms: ProposalView["terms"] }) {
  return terms.map(({ what, lines }) => (
    <Part key={what} name={what}>
      {lines.length === 1 ? (
        <Line text={lines[0] ?? ""} />
      ) : (
        <ul className="max-w-read list-disc space-y-0.5 pl-5 marker:text-ink-faint">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Part>
  ));
}

function Line({ text }: { text: string }) {
  if (!GRANT.test(text)) return <p className="max-w-read whitespace-pre-wrap">{text}</p>;
  return (
    <Link className="link font-mono text-xs" href={paths.grants.detail(text)}>
      {text}
    </Link>
  );
}
