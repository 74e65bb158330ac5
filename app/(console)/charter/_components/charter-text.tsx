import type { ReactNode } from "react";
import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { joinList, plural } from "@/lib/format/words";
import type { CharterView } from "@/lib/governance/board/charter-view";
import { DecisionRightsTable } from "./decision-rights-table";
import { EscalationPaths } from "./escalation-paths";

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-2 font-serif text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

const proseStyle = "max-w-read font-serif text-base";

function Paragraphs({ text }: { text: string }) {
  return <p className={`${proseStyle} whitespace-pre-line`}>{text}</p>;
}

function Items({ items }: { items: readonly string[] }) {
  return (
    <ul className={`${proseStyle} list-disc space-y-1 pl-5 marker:text-ink-faint`}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** The whole charter, as it is read aloud and as it is printed. */
export function CharterText({ charter }: { charter: CharterView }) {
  const { content, inWords } = charter;
  const required = content.membership.requiredRoles.map((role) => BOARD_ROLE_LABELS[role].toLowerCase());
  return (
    <article>
      <Part title="Purpose">
        <Paragraphs text={content.purpose} />
      </Part>
      <Part title="Scope">
        <Items items={content.scope} />
      </Part>
      <Part title="Authority">
        <Items items={content.authority} />
      </Part>
      <Part title="Accountability">
        <Paragraphs text={content.accountability} />
      </Part>
      <Part title="Decision rights">
        <DecisionRightsTable rights={inWords.decisionRights} />
      </Part>
      <Part title="Membership">
        <p className={`${proseStyle} mb-3`}>Required seats: {joinList(required)}.</p>
        <Items items={content.membership.rules} />
      </Part>
      <Part title="Quorum and ballots">
        <p className={proseStyle}>
          Unless a decision right says otherwise, a quorum is met when {inWords.quorum}. Yes, no and abstain all count
          as taking part.{" "}
          {content.sealedBallots
            ? "Ballots are sealed: no tally and no choice is visible before the close."
            : "Ballots are open: the tally is visible while the vote is open, and choices are visible to the board."}
        </p>
      </Part>
      <Part title="Escalation paths">
        <EscalationPaths paths={content.escalationPaths} />
      </Part>
      <Part title="Constitution">
        <p className={`${proseStyle} mb-3`}>Advice on a proposal is measured against these principles.</p>
        <dl className={`${proseStyle} space-y-3`}>
          {content.constitution.map((principle) => (
            <div key={principle.key} className="break-inside-avoid">
              <dt className="font-semibold">{principle.name}</dt>
              <dd>{principle.definition}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title="Amendment">
        <Paragraphs text={content.amendmentProcess} />
      </Part>
      <Part title="Review">
        <p className={proseStyle}>
          This charter is reviewed every {plural(content.reviewEveryMonths, "month")}, counted from the day it took
          effect.
        </p>
      </Part>
    </article>
  );
}
