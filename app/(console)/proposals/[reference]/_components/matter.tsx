import Link from "next/link";
import { DigestMark } from "@/components/governance/digest-mark";
import { StatusBadge } from "@/components/governance/status-badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Instant } from "@/components/ui/instant";
import { MarkdownText } from "@/components/ui/markdown";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import { toModelTitle } from "@/lib/governance/registry/schema";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { AdvicePart } from "./advice-part";
import { Amendment } from "./amendment";
import { EvidencePart } from "./evidence-part";
import { FrozenScorecard } from "./frozen-scorecard";
import { Part } from "./part";
import { PolicyChange } from "./policy-change";
import { Terms } from "./terms";
import { WhatChanged } from "./what-changed";

const LONG_TEXT = 600;

/** What is decided: what it does, what changed, how good it is, what is missing, and on which bytes. */
export function Matter({ proposal }: { proposal: ProposalView }) {
  const { gaps, conditions, scorecard } = proposal;
  return (
    <>
      <Asked proposal={proposal} />
      <Effect proposal={proposal} />
      <Terms terms={proposal.terms} />
      <Amendment proposal={proposal} />
      <PolicyChange proposal={proposal} />
      <WhatChanged proposal={proposal} />
      {scorecard === null ? null : <FrozenScorecard scorecard={scorecard} />}
      {scorecard === null ? null : (
        <Part name="Gaps">
          {gaps.length === 0 ? (
            <span className="text-ink-muted">None found: all criteria reach the threshold and cite evidence.</span>
          ) : (
            <Listed items={gaps} />
          )}
        </Part>
      )}
      {conditions.length === 0 ? null : (
        <Part name="Conditions">
          <ol className="list-decimal space-y-0.5 pl-5">
            {conditions.map((condition) => (
              <li key={condition.text}>
                {condition.text}{" "}
                <span className="text-ink-muted">within {plural(condition.dueInDays, "day")} of the decision</span>
              </li>
            ))}
          </ol>
        </Part>
      )}
      {scorecard === null ? null : <EvidencePart scorecard={scorecard} />}
      <AdvicePart advice={proposal.advice} state={proposal.adviceState} />
      <Subject proposal={proposal} />
    </>
  );
}

const withoutMarks = (text: string) => text.replace(/[?.!\s]+$/u, "");

/** The proposer's own words, where they say more than the title. */
function Asked({ proposal }: { proposal: ProposalView }) {
  const { title, grounds, description } = proposal;
  const asked = withoutMarks(proposal.asked) === withoutMarks(title) ? null : proposal.asked;
  const ownWords = description.trim() === grounds?.trim() || description.trim() === title.trim() ? "" : description;
  if (asked === null && grounds === null && ownWords === "") return null;
  return (
    <Part name="What is asked">
      {asked === null ? null : <p>{asked}</p>}
      {grounds === null ? null : <p className="max-w-read whitespace-pre-wrap">{grounds}</p>}
      {ownWords === "" ? null : ownWords.length <= LONG_TEXT ? (
        <MarkdownText className="text-sm leading-6">{ownWords}</MarkdownText>
      ) : (
        <Disclosure summary="The proposal in full">
          <MarkdownText className="text-sm leading-6">{ownWords}</MarkdownText>
        </Disclosure>
      )}
    </Part>
  );
}

function Effect({ proposal }: { proposal: ProposalView }) {
  const { whatItDoes, state } = proposal;
  // Once it is over the result says what came of it.
  if (state !== "open" && state !== "draft" && !proposal.isAwaitingChair) return null;
  return (
    <Part name={proposal.kind === "model_approval" ? "What approving does" : "What a yes does"}>
      <p>{whatItDoes.sentence}</p>
      {whatItDoes.items.length === 0 ? null : (
        <ul className="flex flex-wrap gap-x-4 text-xs leading-5 text-ink-muted">
          {whatItDoes.items.map(({ what, before, after }) => (
            <li key={what}>
              {what}:{" "}
              {before === null ? null : (
                <>
                  {inWords(before)} <span aria-hidden>→</span>
                  <span className="sr-only">becomes</span>{" "}
                </>
              )}
              <span className="text-ink">{inWords(after)}</span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

/** A status as people say it; words that are no code stay as they are. */
function inWords(value: string): string {
  return value.replaceAll("_", " ");
}

/** The model and the exact package that ballots name. */
function Subject({ proposal }: { proposal: ProposalView }) {
  const { model, owner, package: bundle } = proposal;
  if (model === null) return null;
  return (
    <Part name="Model">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link className="link font-medium" href={paths.models.detail(model.reference)}>
          {toModelTitle(model)}
        </Link>
        <StatusBadge status={model.status} />
      </p>
      <p className="text-ink-muted">
        {model.unit === "" ? null : `${model.unit}. `}
        {owner === null ? "Nobody owns it." : `Owned by ${owner.name}.`}
      </p>
      {bundle === null ? null : (
        <p className="text-ink-muted">
          <Link className="link" href={paths.models.package(model.reference, bundle.digest)}>
            Package {bundle.sequence}
          </Link>{" "}
          as submitted by {bundle.submittedBy.name}, <Instant at={bundle.submittedAt} as="dayTime" />.{" "}
          <DigestMark digest={bundle.digest} what="Digest" />
        </p>
      )}
    </Part>
  );
}

function Listed({ items }: { items: readonly string[] }) {
  return (
    <ul className="list-disc space-y-0.5 pl-5 marker:text-ink-faint">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
