"use client";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/field";

export default function CharterError({ reset }: { reset: () => void }) {
  return (
    <div className="max-w-read space-y-4">
      <FormProblem title="The charter could not be shown" detail="Nothing was changed." hint="Try again in a moment." />
      <Button onClick={reset}>Try again</Button>
    </div>
  );
}
