"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import type { PortfolioItem } from "@/lib/governance/portfolio/schema";
import { createPortfolioAction, updatePortfolioAction } from "../actions";

type Editable = Pick<PortfolioItem, "reference" | "name" | "description" | "revision">;

/** Creates a portfolio, or changes the name and description of one. */
export function PortfolioDialog({
  portfolio,
  tone = "secondary",
}: {
  portfolio: Editable | null;
  tone?: "primary" | "secondary";
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button tone={tone}>{portfolio === null ? "Create a portfolio" : "Edit"}</Button>}
      title={portfolio === null ? "Create a portfolio" : "Edit the portfolio"}
      description={
        portfolio === null
          ? "Ventures stand together in it, and share its budget of attention."
          : "Saved with your name on the record."
      }
    >
      <PortfolioForm portfolio={portfolio} onClose={() => setOpen(false)} />
    </Dialog>
  );
}

function PortfolioForm({ portfolio, onClose }: { portfolio: Editable | null; onClose: () => void }) {
  const router = useRouter();
  const create = useAction(createPortfolioAction, {
    onDone: ({ reference }) => {
      notify.done({ title: "Portfolio created" });
      router.push(paths.portfolio.detail(reference));
    },
  });
  const update = useAction(updatePortfolioAction, {
    onDone: () => {
      notify.done({ title: "Portfolio saved" });
      router.refresh();
      onClose();
    },
  });
  const act = portfolio === null ? create : update;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const facts = { name: String(given.get("name") ?? ""), description: String(given.get("description") ?? "") };
    if (portfolio === null) void create.run(facts);
    else void update.run({ ...facts, reference: portfolio.reference, revision: portfolio.revision });
  };
  return (
    <form onSubmit={submit} onInput={act.forget} className="space-y-4" noValidate>
      <FormProblem problem={act.problemBeside("name", "description")} />
      <Field label="Name" error={act.errorOf("name")}>
        <Input name="name" defaultValue={portfolio?.name} autoComplete="off" autoFocus />
      </Field>
      <Field label="Description" optional error={act.errorOf("description")}>
        <Textarea name="description" rows={3} defaultValue={portfolio?.description} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button tone="quiet" onClick={onClose}>
          {portfolio === null ? "Not now" : "Keep as it is"}
        </Button>
        <Button type="submit" tone="primary" pending={act.pending}>
          {portfolio === null ? "Create the portfolio" : "Save the portfolio"}
        </Button>
      </div>
    </form>
  );
}
