import { DigestMark } from "@/components/governance/digest-mark";
import { VerdictReasons } from "@/components/governance/verdict-reasons";
import { Instant } from "@/components/ui/instant";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";
import type { SubmissionAnswer } from "@/lib/governance/voting/view";

/** What came of the submission, with the digest that everything after it names. */
export function SubmittedPart({ reference, answer }: { reference: string; answer: SubmissionAnswer }) {
  const { proposal, packageDigest } = answer;
  return (
    <section aria-label="Submitted" className="max-w-read">
      <p role="status" className="font-serif text-lg">
        {sayAnswer(answer)}
        {answer.deadlineAt === null ? null : (
          <>
            {" "}
            Voting ends <Instant at={answer.deadlineAt} as="deadline" />.
          </>
        )}
        {answer.nextReviewAt === null ? null : (
          <>
            {" "}
            The next review is due <Instant at={answer.nextReviewAt} as="day" />.
          </>
        )}
      </p>
      <VerdictReasons reasons={answer.reasons} label="Why" className="mt-3" />
      <div className="mt-4">
        <DigestMark digest={packageDigest} what="package" whole />
      </div>
      <div className="mt-6 flex flex-wrap gap-2">
        {proposal === null ? null : (
          <LinkButton tone="primary" href={paths.proposals.detail(proposal)}>
            Open {proposal}
          </LinkButton>
        )}
        <LinkButton href={paths.models.package(reference, packageDigest)}>Read the package</LinkButton>
        <LinkButton tone={proposal === null ? "primary" : "quiet"} href={paths.models.detail(reference)}>
          Back to the model
        </LinkButton>
      </div>
    </section>
  );
}

function sayAnswer({ route }: SubmissionAnswer): string {
  switch (route) {
    case "approved_by_rule":
      return "Approved by rule, and reported to the board.";
    case "returned_to_owner":
      return "It did not pass and came back to you. Mend what is named below and submit again.";
    case "advisory_vote":
      return "Submitted: the board advises, then the chair decides.";
    case "board_vote":
      return "Submitted: the board is voting.";
  }
}
