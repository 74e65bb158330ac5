import Link from "next/link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import type { Home } from "@/lib/governance/dashboard/schema";
import { headlineWords } from "./headline-words";
import { setUpLine } from "./set-up-list";

/** The page's sentence; what presses less, and whether the board could decide at all, stand below it. */
export function HomeHeader({ home }: { home: Home }) {
  const clock = { now: new Date(home.at), zone: home.organization.timeZone };
  const [first = "", ...others] = home.headline.map((reason) => wordsOf(reason, home, clock));
  return (
    <PageHeader
      title={first}
      state={
        <>
          {others.map((words) => `${words}. `)}
          <Quorum board={home.board} />
        </>
      }
      act={
        home.record === null ? undefined : (
          <LinkButton tone="primary" href={paths.audit.list()}>
            Open the record
          </LinkButton>
        )
      }
    />
  );
}

/** A single thing to set up is said itself instead of counted. */
function wordsOf(reason: Home["headline"][number], home: Home, clock: { now: Date; zone: string }): string {
  const [only, ...more] = home.setUp ?? [];
  const isOnly = reason.code === "dashboard.set_up_missing" && only !== undefined && more.length === 0;
  return isOnly ? setUpLine(only).words : headlineWords(reason, clock);
}

function Quorum({ board }: { board: Home["board"] }) {
  const { totalVotingMembers: total, requiredForQuorum: required, canAchieveQuorum } = board.capability;
  const members = plural(total, "voting member");
  return (
    <>
      {canAchieveQuorum ? (
        <>
          A quorum can be reached: {required} of {members} must take part.
        </>
      ) : (
        <>
          <strong className="font-medium text-rejected">A quorum cannot be reached:</strong>{" "}
          {total === 0 ? "nobody with a vote is in office" : `the board has ${members}`}, {required} must take part.
        </>
      )}{" "}
      <Link href={paths.board.overview()} className="link">
        Board
      </Link>
    </>
  );
}
