"use client";
import Link from "next/link";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { PickOne } from "@/components/ui/pick-one";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import type { QueueItem } from "@/lib/governance/escalations/view";
import { linkManyAction, linkProposalAction } from "../actions";
import { actOn, type Outcome, sayDone, sayLeft } from "./act-on";
import type { SheetProps } from "./assign-sheet";
import { findProposals } from "./people-options";
import { type Target, TriageSheet } from "./triage-sheet";

export type Convertible = Target & Pick<QueueItem, "model">;

type Way = { readonly href: string; readonly label: string; readonly note: string };

function waysFor({ reference: escalation, model }: Convertible, mayDecide: boolean): Way[] {
  const about = model === null ? {} : { model: model.reference };
  return [
    ...(mayDecide
      ? [
          {
            href: paths.proposals.decide({ ...about, escalation }),
            label: "Decide as chair, at once",
            note: "It takes effect now, and the board ratifies it",
          },
        ]
      : []),
    ...(model === null
      ? []
      : [
          {
            href: paths.proposals.create({ kind: "decommission", ...about, escalation }),
            label: "Take the model out of service",
            note: model.name,
          },
          {
            href: paths.proposals.create({ kind: "risk_acceptance", ...about, escalation }),
            label: "Accept the risk for a time",
            note: model.name,
          },
        ]),
    {
      href: paths.proposals.create({ escalation }),
      label: "Propose another decision",
      note: "Choose its kind first",
    },
  ];
}

/** The sheet opens with the likeliest way under the fingers. */
const focusFirst = (link: HTMLAnchorElement | null) => link?.focus();

/** Answers by asking for a decision: one that is begun now, or one that is there already. */
export function ConvertSheet({
  items,
  mayDecide,
  onClose,
  onDone,
}: Omit<SheetProps, "people" | "items"> & { items: readonly Convertible[]; mayDecide: boolean }) {
  const [proposal, setProposal] = useState("");
  const [only] = items;
  const link = useAction(
    (to: string) =>
      actOn(
        items,
        (one) => linkProposalAction({ ...one, proposal: to }),
        (many) => linkManyAction({ ...many, proposal: to }),
      ),
    {
      onDone: ({ done, left }: Outcome) => {
        notify.done({ title: sayDone(done, `linked to ${proposal}`) });
        if (left.length > 0) notify.refused(sayLeft(left, "not linked"));
        onDone(done);
        onClose();
      },
    },
  );
  return (
    <TriageSheet
      title="Convert to a proposal"
      verb="Link it"
      items={items}
      pending={link.pending}
      problem={link.problemBeside("proposal")}
      onInput={link.forget}
      onSubmit={() => void link.run(proposal)}
      onClose={onClose}
    >
      {items.length > 1 || only === undefined ? null : (
        <ul className="border-t border-line">
          {waysFor(only, mayDecide).map((way, index) => (
            <li key={way.href} className="relative border-b border-line py-2 hover:bg-line/35">
              <Link
                href={way.href}
                ref={index === 0 ? focusFirst : undefined}
                className="link font-medium after:absolute after:inset-0"
              >
                {way.label}
              </Link>
              <span className="block text-xs text-ink-muted">{way.note}</span>
            </li>
          ))}
        </ul>
      )}
      <Field
        label="Or link a proposal that is there"
        hint="Linking counts as the answer; the escalation is resolved apart from it, by a person."
        error={link.errorOf("proposal")}
      >
        <PickOne
          autoFocus={items.length > 1}
          name="proposal"
          value={proposal}
          onValue={setProposal}
          options={[]}
          find={findProposals}
          placeholder="Find by title or reference"
        />
      </Field>
    </TriageSheet>
  );
}
