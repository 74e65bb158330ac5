import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/client/paths";
import { isNarrowed, type QueueAddress, type QueueView, toQuery } from "./queue-filter";

const WORDS: Record<QueueView, readonly [title: string, what: string]> = {
  answer: ["Nothing waits for an answer", "What people and systems raise appears here, the most severe first."],
  hand: ["Nothing is in hand", "What somebody has acknowledged stays here until it is resolved."],
  overdue: ["Nothing is overdue", "An escalation is here when its response deadline has passed unresolved."],
  held: ["Nothing is held", "What a silence matches, or an open critical one holds back, stays here until that ends."],
  all: ["Nothing is unresolved", "What is raised stays here until somebody has resolved it."],
  resolved: ["Nothing was resolved yet", "Resolved escalations stay here, each with what was done."],
};

export function NothingWaits({ address }: { address: QueueAddress }) {
  const { view } = address;
  if (isNarrowed(address)) {
    return (
      <EmptyState title="No escalation matches">
        <Link className="link" href={paths.escalations.list(toQuery({ view }))}>
          Clear the filters
        </Link>{" "}
        to see all of this part of the queue.
      </EmptyState>
    );
  }
  const [title, what] = WORDS[view];
  return (
    <EmptyState title={title}>
      {what}
      {view === "answer" ? (
        <>
          {" "}
          What was answered is{" "}
          <Link className="link whitespace-nowrap" href={paths.escalations.list({ view: "hand" })}>
            in hand
          </Link>{" "}
          until it is resolved. Systems raise with an{" "}
          <Link className="link whitespace-nowrap" href={paths.settings.keys()}>
            API key
          </Link>
          .
        </>
      ) : null}
    </EmptyState>
  );
}
