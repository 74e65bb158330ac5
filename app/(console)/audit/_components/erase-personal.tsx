"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Confirm } from "@/components/ui/confirm";
import { notify } from "@/components/ui/toast";
import { ErasureReason } from "@/lib/governance/audit/schema";
import { erasePersonalAction } from "../actions";

const WORDS: Record<ErasureReason, string> = {
  asked_by_person: "The person asked for it",
  no_longer_needed: "It is no longer needed",
  recorded_by_mistake: "It was recorded by mistake",
};

/** Erasing is for good, so it asks, and says what stays. */
export function ErasePersonal({ number, reference }: { number: number; reference: string }) {
  const router = useRouter();
  const [reason, setReason] = useState<ErasureReason>("asked_by_person");
  const erase = async () => {
    const result = await erasePersonalAction({ number, reason });
    if (!result.ok) return result.problem.detail;
    notify.done({ title: "The personal data is erased" });
    router.refresh();
    return null;
  };
  return (
    <Confirm
      trigger={<Button tone="danger">Erase the personal data</Button>}
      title={`Erase the personal data of ${reference}?`}
      consequence="It is gone for good, here and in every later export. The entry, its number and every proof stay, and the erasure is recorded under your name."
      act="Erase for good"
      danger
      onConfirm={erase}
    >
      <RadioGroup
        legend="Why"
        name="reason"
        value={reason}
        onValueChange={(value) => setReason(ErasureReason.parse(value))}
        choices={ErasureReason.options.map((value) => ({ value, label: WORDS[value] }))}
      />
    </Confirm>
  );
}
