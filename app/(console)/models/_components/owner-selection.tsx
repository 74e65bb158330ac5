"use client";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { plural } from "@/lib/format/words";
import { AssignOwner } from "./assign-owner";

const ticked = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLInputElement>("input[name=model]") ?? [])];

/** Around a list with checkboxes named `model`: what is ticked can be given an owner in one act. */
export function OwnerSelection({ shown, children }: { shown: number; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const read = () =>
    setChosen(
      ticked(list.current)
        .filter((box) => box.checked)
        .map((box) => box.value),
    );
  const setAll = (isChecked: boolean) => {
    for (const box of ticked(list.current)) box.checked = isChecked;
    read();
  };
  const subject = plural(chosen.length, "model");
  return (
    <div ref={list} onChange={read}>
      {chosen.length === 0 ? null : (
        <section
          aria-label="Selected models"
          className="sticky top-0 z-20 mb-2 flex flex-wrap items-center gap-2 rounded-md border border-line-strong bg-accent-soft px-3 py-2 max-md:hidden"
        >
          <p role="status" className="mr-2 font-medium">
            {subject} selected
          </p>
          <AssignOwner
            trigger={
              <Button size="small" tone="primary">
                Assign an owner
              </Button>
            }
            title={`Assign an owner to ${subject}`}
            target={{ whose: { models: [...chosen] }, count: chosen.length, subject }}
            onAssigned={() => setAll(false)}
          />
          {chosen.length < shown ? (
            <Button size="small" onClick={() => setAll(true)}>
              Select all {shown} shown
            </Button>
          ) : null}
          <Button size="small" tone="quiet" onClick={() => setAll(false)}>
            Clear the selection
          </Button>
        </section>
      )}
      {children}
    </div>
  );
}
