"use client";
import Link from "next/link";
import { useState } from "react";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { DecisionCard as Card, CardOption } from "@/lib/governance/escalations/briefing";
import type { PersonOption } from "../../escalations/_components/people-options";
import type { Rights } from "../../escalations/_components/queue-desk";
import { type OpenSheet, type SheetName, TriageSheets } from "../../escalations/_components/triage-sheets";
import { useAnswers } from "../../escalations/_components/use-answers";
import { sayCount } from "./briefing-state";
import { DecisionCard } from "./decision-card";
import { MoreInQueue } from "./more-in-queue";

const SHEETS: Partial<Record<CardOption["act"], SheetName>> = {
  assign: "assign",
  resolve: "resolve",
  propose: "convert",
  schedule_review: "date",
};
/** The words of an answer belong to its target. */
const pressStyle = "link text-left font-medium after:absolute after:inset-0";

/** Immediate items and decision cards, answered where they stand; an answered one leaves, and can be taken back. */
export function CardDesk({
  immediate,
  cards,
  people,
  rights,
}: {
  immediate: readonly Card[];
  cards: readonly Card[];
  people: readonly PersonOption[];
  rights: Rights;
}) {
  const answers = useAnswers();
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const waiting = (all: readonly Card[]) => all.filter(({ item }) => !answers.hidden.has(item.reference));
  const show = (card: Card) => (
    <DecisionCard
      key={card.item.reference}
      card={{ ...card, options: card.options.filter(({ act }) => act !== "suspend_model" || rights.mayDecide) }}
      act={(option) => (
        <Press
          option={option}
          card={card}
          mayAnswer={rights.mayAnswer}
          onAcknowledge={() => answers.acknowledge([card.item.reference])}
          onSheet={(name) => setSheet({ name, items: [card.item] })}
        />
      )}
    />
  );
  return (
    <>
      <Cards
        title="Immediate"
        channel="immediate"
        cards={waiting(immediate)}
        empty="Nothing asks for you at once."
        show={show}
      />
      <Cards
        title="Decision cards"
        channel="next_briefing"
        cards={waiting(cards)}
        empty="No decision is asked of you."
        show={show}
      />
      <TriageSheets
        open={sheet}
        people={people}
        mayDecide={rights.mayDecide}
        onClose={() => setSheet(null)}
        onDone={answers.settle}
        onAcknowledge={answers.acknowledge}
      />
    </>
  );
}

function Cards({
  title,
  channel,
  cards,
  empty,
  show,
}: {
  title: string;
  channel: "immediate" | "next_briefing";
  cards: readonly Card[];
  empty: string;
  show: (card: Card) => React.ReactNode;
}) {
  return (
    <Section title={title} note={cards.length === 0 ? undefined : sayCount(cards.length)}>
      {cards.length === 0 ? <p className="text-sm text-ink-muted">{empty}</p> : cards.map(show)}
      <MoreInQueue shown={cards.length} href={paths.escalations.list({ channel })} />
    </Section>
  );
}

/** By what an answer is given: a press, a sheet, or the page where it is done. On paper, and for others, its name. */
function Press({
  option: { act, label },
  card: { item, suspension },
  mayAnswer,
  onAcknowledge,
  onSheet,
}: {
  option: CardOption;
  card: Card;
  mayAnswer: boolean;
  onAcknowledge: () => void;
  onSheet: (name: SheetName) => void;
}) {
  if (!mayAnswer) return <span className="font-medium">{label}</span>;
  const sheet = SHEETS[act];
  if (act === "review") {
    return (
      <Link className={pressStyle} href={paths.escalations.review(item.reference)}>
        {label}
      </Link>
    );
  }
  if (act === "suspend_model") {
    const href = paths.proposals.decide({ model: suspension?.model ?? "", escalation: item.reference });
    return (
      <Link className={pressStyle} href={href}>
        {label}
      </Link>
    );
  }
  return (
    <>
      <button
        type="button"
        className={pressStyle}
        aria-label={`${label}: ${item.title}`}
        onClick={() => (sheet === undefined ? onAcknowledge() : onSheet(sheet))}
      >
        {label}
      </button>
      <span className="hidden font-medium print:block">{label}</span>
    </>
  );
}
