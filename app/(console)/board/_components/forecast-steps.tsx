import { Instant } from "@/components/ui/instant";
import { type Column, Table } from "@/components/ui/table";
import { joinList } from "@/lib/format/words";
import type { ForecastView } from "@/lib/governance/board/forecast-view";

type Step = ForecastView["steps"][number];

const names = (list: Step["leaving"]) => joinList(list.map(({ name }) => name));

const COLUMNS: readonly Column<Step>[] = [
  {
    key: "day",
    header: "From",
    cell: (step) => <Instant at={step.at} as="day" />,
    phone: "title",
    width: "w-36",
  },
  {
    key: "change",
    header: "What changes",
    cell: ({ leaving, joining }) =>
      [
        leaving.length === 0 ? "" : `${names(leaving)} out of office`,
        joining.length === 0 ? "" : `${names(joining)} in office`,
      ]
        .filter((words) => words !== "")
        .join("; "),
  },
  {
    key: "count",
    header: "Can take part",
    cell: ({ available, votingSeats, required }) => `${available} of ${votingSeats}, ${required} must`,
    phoneLabel: "Can take part",
    width: "w-40",
  },
  {
    key: "quorum",
    header: "Quorum",
    cell: ({ canAchieveQuorum }) =>
      canAchieveQuorum ? "can be reached" : <strong className="font-medium text-rejected">out of reach</strong>,
    phone: "end",
    width: "w-32",
  },
];

/** Every day on which a voting seat changes hands, and what ending terms alone lead to (BRD-150). */
export function ForecastSteps({ forecast: { steps, lossOn, today } }: { forecast: ForecastView }) {
  return (
    <>
      <p className="mb-3 max-w-read">
        {lossOn === null
          ? "Ending terms alone do not cost the board its quorum."
          : lossOn === today
            ? "The board has too few voting members for a quorum already."
            : null}
        {lossOn === null || lossOn === today ? null : (
          <strong className="font-medium text-rejected">
            Ending terms alone cost the board its quorum from <LossDay steps={steps} lossOn={lossOn} /> on: renew a
            term, or appoint successors before.
          </strong>
        )}
      </p>
      {steps.length === 0 ? (
        <p className="text-ink-muted">No voting seat changes hands.</p>
      ) : (
        <Table label="Changes of voting seats" columns={COLUMNS} rows={steps} rowKey={(step) => step.at} />
      )}
    </>
  );
}

function LossDay({ steps, lossOn }: { steps: readonly Step[]; lossOn: string }) {
  const at = steps.find((step) => step.on === lossOn)?.at;
  return at === undefined ? lossOn : <Instant at={at} as="day" />;
}
