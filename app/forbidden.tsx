import type { Metadata } from "next";
import { Entrance } from "@/components/layout/entrance";
import { LeaveButton } from "./(console)/_components/leave-button";

export const metadata: Metadata = { title: "Not permitted" };

/** Reached by somebody whose roles open nothing at all; pages inside the shell have their own answer. */
export default function Forbidden() {
  return (
    <Entrance
      title="Your roles do not open this page"
      lead="An admin can give you a role that does, or the board can seat you. Nothing was changed."
    >
      <LeaveButton />
    </Entrance>
  );
}
