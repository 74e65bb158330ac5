"use client";
import { type ReactNode, useState } from "react";
import { Table } from "@/components/ui/table";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import type { QueueItem } from "@/lib/governance/escalations/view";
import { chooseColumn } from "./choose-column";
import type { PersonOption } from "./people-options";
import { columnsOf, QueueNote } from "./queue-columns";
import type { QueueView } from "./queue-filter";
import { findLike } from "./queue-like";
import { ACTS, TriageBar } from "./triage-bar";
import { type OpenSheet, type SheetName, TriageSheets } from "./triage-sheets";
import { useAnswers } from "./use-answers";
import { useCursor } from "./use-cursor";
import { useQueueKeys } from "./use-queue-keys";

/** The frame of the row stands for the focus in it; on the phone every line begins behind the box. */
const TABLE_STYLE =
  "[&_td:first-child]:pl-2 [&_th:first-child]:pl-2 [&_tr[aria-current]_a[data-row]]:outline-none max-md:[&_td:nth-child(n+4)]:ml-9";

export type Rights = { readonly mayAnswer: boolean; readonly mayTriage: boolean; readonly mayDecide: boolean };

/** The list with everything that is done on it, by keys or by hand. What the server says anew moves neither place nor choice. */
export function QueueDesk({
  items,
  view,
  people,
  rights,
  empty,
}: {
  items: readonly QueueItem[];
  view: QueueView;
  people: readonly PersonOption[];
  rights: Rights;
  empty: ReactNode;
}) {
  const answers = useAnswers();
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const rows = view === "answer" ? items.filter(({ reference }) => !answers.hidden.has(reference)) : items;
  const cursor = useCursor(rows);
  const { targets, current } = cursor;
  const chosenCount = cursor.shown.length;
  const leave = (references: readonly string[]) => {
    if (view === "answer") cursor.passOver(new Set(references));
    cursor.drop(references);
  };
  const acknowledgeThese = (references: readonly string[]) => {
    leave(references);
    answers.acknowledge(references);
  };
  const acknowledge = () => {
    const open = targets.filter(({ status, reference }) => status === "open" && !answers.hidden.has(reference));
    if (open.length > 0) acknowledgeThese(open.map(({ reference }) => reference));
    else if (targets.length > 0)
      notify.done({ title: "That is acknowledged already", detail: "Assign or resolve it." });
  };
  const openSheet = (name: SheetName) => {
    if (name === "help" || targets.length > 0) setSheet({ name, items: targets });
  };
  const isMeant = new Set(targets.map(({ reference }) => reference));
  const acts = {
    ...{ step: cursor.step, toggleAll: cursor.toggleAll, acknowledge, openSheet },
    toggle: () => current !== null && cursor.toggle([current.reference]),
    toggleLike: () => current !== null && cursor.toggle(findLike(rows, current)),
    clear: () => {
      cursor.clear();
      notify.dismiss();
    },
    undo: answers.undoLast,
  };
  useQueueKeys(acts, rights);
  return (
    <div ref={cursor.list}>
      <Table
        label="Escalations"
        columns={rights.mayAnswer ? [chooseColumn(cursor), ...columnsOf(view)] : columnsOf(view)}
        rows={rows}
        rowKey={({ reference }) => reference}
        rowHref={({ reference }) => paths.escalations.detail(reference)}
        rowNote={(item) => <QueueNote item={item} />}
        rowState={(item) => ({
          isCurrent: item.reference === current?.reference,
          isChosen: cursor.isChosen(item.reference),
        })}
        empty={
          rows.length < items.length ? (
            <p className="py-6 text-ink-muted">Answered. Looking for what comes next…</p>
          ) : (
            empty
          )
        }
        className={TABLE_STYLE}
      />
      {!rights.mayAnswer || (rows.length === 0 && answers.undoLast === null) ? null : (
        <TriageBar
          about={chosenCount > 0 ? `${chosenCount} selected` : (current?.title ?? "")}
          count={chosenCount}
          alike={current === null ? 0 : findLike(rows, current).filter((each) => !isMeant.has(each)).length}
          onLike={acts.toggleLike}
          isIdle={rows.length === 0}
          acts={ACTS.filter(({ sheet: name }) => name !== "silence" || rights.mayTriage)}
          onAcknowledge={acknowledge}
          onSheet={openSheet}
          onClear={cursor.clear}
          onUndo={answers.undoLast}
        />
      )}
      <TriageSheets
        open={sheet}
        people={people}
        mayDecide={rights.mayDecide}
        onClose={() => setSheet(null)}
        onDone={(references, undo) => {
          leave(references);
          answers.settle(references, undo);
        }}
        onAcknowledge={acknowledgeThese}
      />
    </div>
  );
}
