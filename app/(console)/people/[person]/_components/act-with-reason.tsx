"use client";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { ReasonDialog } from "@/components/governance/reason-dialog";
import { notify } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/governance/kernel/problem";

type Act = (input: { personId: string; reason: string }) => Promise<ActionResult<unknown>>;

/** An act on a person with its reason; the page then shows what holds. */
export function ActWithReason({
  personId,
  act,
  verb,
  done,
  ...asked
}: {
  personId: string;
  act: Act;
  verb: string;
  title: string;
  consequence: ReactNode;
  done: string;
  danger?: boolean;
}) {
  const router = useRouter();
  return (
    <ReasonDialog
      {...asked}
      button={`${verb}…`}
      verb={verb}
      hint="Kept in the record; can be erased there later"
      run={(reason) => act({ personId, reason })}
      onDone={() => {
        notify.done({ title: done });
        router.refresh();
      }}
    />
  );
}
