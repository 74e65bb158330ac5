"use client";
import { ReasonSheet } from "../../_components/reason-sheet";
import { recuseMemberAction } from "../../actions";

/** Stands aside by one's own wish (BRD-5). */
export function RecuseYourself({ reference, hasVoted }: { reference: string; hasVoted: boolean }) {
  return (
    <ReasonSheet
      button={
        <>
          Recuse yourself
          <kbd aria-hidden className="font-mono text-xs opacity-70 max-md:hidden">
            r
          </kbd>
        </>
      }
      tone="quiet"
      size="small"
      shortcut="r"
      title="Recuse yourself from this vote?"
      consequence={
        <>
          You leave those who decide it: you no longer see the votes, the reasons or any advice, and you are shown as
          recused with your reason.{hasVoted ? " Your vote is withdrawn; the record keeps that it was cast." : ""} This
          cannot be taken back.
        </>
      }
      label="Why you stand aside"
      hint="Shown to everybody who sees the proposal"
      verb="Recuse me"
      danger
      done="You stand aside from this vote"
      run={(reason) => recuseMemberAction({ reference, reason })}
    />
  );
}
