"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionBar } from "@/components/layout/action-bar";
import { useShortcut } from "@/components/layout/use-shortcut";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import type { EscalationView } from "@/lib/governance/escalations/view";
import { MoreActs } from "../../_components/more-acts";
import type { PersonOption } from "../../_components/people-options";
import { ACTS } from "../../_components/triage-bar";
import { type OpenSheet, type SheetName, TriageSheets } from "../../_components/triage-sheets";
import { acknowledgeAction, undoAcknowledgeAction } from "../../actions";

/** Which right of the item each sheet needs. */
const NEEDS: Record<Exclude<SheetName, "help">, string> = {
  assign: "assign",
  resolve: "resolve",
  convert: "assign",
  date: "assign",
  silence: "assign",
};

export function ItemActs({
  item,
  people,
  mayDecide,
  mayTriage,
}: {
  item: EscalationView;
  people: readonly PersonOption[];
  mayDecide: boolean;
  mayTriage: boolean;
}) {
  const router = useRouter();
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const { reference, acts } = item;
  const afterwards = { onDone: () => router.refresh(), onRefused: notify.refused };
  const acknowledge = useAction(acknowledgeAction, afterwards);
  const undo = useAction(undoAcknowledgeAction, afterwards);
  const open = (name: SheetName) => setSheet({ name, items: [item] });
  const canAcknowledge = acts.includes("acknowledge");
  const sheets = ACTS.filter(
    ({ sheet: name }) => name !== "help" && acts.includes(NEEDS[name]) && (name !== "silence" || mayTriage),
  );
  /** How many more fit on the phone. */
  const beside = acts.includes("review") ? 0 : 1;
  useShortcut("a", () => void acknowledge.run({ reference }), { enabled: canAcknowledge });
  if (sheets.length === 0 && !canAcknowledge) return null;
  return (
    <>
      <ActionBar label="Answer" className="mb-6">
        {canAcknowledge ? (
          <Button
            tone="primary"
            pending={acknowledge.pending}
            aria-keyshortcuts="a"
            onClick={() => void acknowledge.run({ reference })}
          >
            Acknowledge
          </Button>
        ) : null}
        {acts.includes("review") ? (
          <LinkButton href={paths.escalations.review(reference)} className="max-md:h-11 max-md:flex-1">
            Write the review
          </LinkButton>
        ) : null}
        {sheets.map(({ sheet: name, label, keys }, index) => (
          <SheetButton key={name} label={label} keys={keys} isApart={index >= beside} onOpen={() => open(name)} />
        ))}
        <MoreActs acts={sheets.slice(beside)} onSheet={open} />
        {acts.includes("undo_acknowledge") ? (
          <Button
            tone="quiet"
            className="max-md:basis-full"
            pending={undo.pending}
            onClick={() => void undo.run({ references: [reference] })}
          >
            Take the acknowledgement back
          </Button>
        ) : null}
      </ActionBar>
      <TriageSheets
        open={sheet}
        people={people}
        mayDecide={mayDecide}
        onClose={() => setSheet(null)}
        onDone={() => router.refresh()}
        onAcknowledge={() => void acknowledge.run({ reference })}
      />
    </>
  );
}

function SheetButton({
  label,
  keys,
  isApart,
  onOpen,
}: {
  label: string;
  keys: string;
  /** On the phone among those behind More. */
  isApart: boolean;
  onOpen: () => void;
}) {
  useShortcut(keys, onOpen);
  return (
    <Button onClick={onOpen} aria-keyshortcuts={keys} className={isApart ? "max-md:hidden" : undefined}>
      {label}
    </Button>
  );
}
