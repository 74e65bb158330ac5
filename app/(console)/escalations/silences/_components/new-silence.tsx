"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/field";
import type { PickOption } from "@/components/ui/pick-one";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import { NOTHING_TYPED, SilenceFields, toSilence } from "../../_components/silence-fields";
import { createSilenceAction } from "../../actions";

const FORM = "new-silence";

/** What was typed stays when it is closed or refused. */
export function NewSilence({ scopes, models }: { scopes: readonly PickOption[]; models: readonly PickOption[] }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const create = useAction(createSilenceAction, {
    onDone: ({ reference }) => {
      notify.done({ title: `${reference} holds from now on` });
      setOpen(false);
      setTyped(NOTHING_TYPED);
      router.refresh();
    },
  });
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        create.clear();
        setOpen(next);
      }}
      trigger={<Button tone="primary">Begin a silence</Button>}
      title="Begin a silence"
      description="What agrees with every field that you fill in is held from now on. What waits already stays."
      wide
      footer={
        <>
          <Button tone="quiet" onClick={() => setOpen(false)}>
            Not now
          </Button>
          <Button type="submit" form={FORM} tone="primary" pending={create.pending}>
            Begin it
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        className="space-y-4"
        noValidate
        onInput={create.forget}
        onSubmit={(event) => {
          event.preventDefault();
          void create.run(toSilence(typed));
        }}
      >
        <FormProblem problem={create.problemBeside("matcher", "reason", "endsInHours")} />
        <SilenceFields
          typed={typed}
          onChange={(change) => setTyped((before) => ({ ...before, ...change }))}
          scopes={scopes}
          models={models}
          errorOf={create.errorOf}
        />
      </form>
    </Dialog>
  );
}
