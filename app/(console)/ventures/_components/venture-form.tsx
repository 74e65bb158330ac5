"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { LIFECYCLE_LABELS } from "@/components/governance/venture-marks";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { PickOne, type PickOption } from "@/components/ui/pick-one";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import { toTypedUsd } from "@/lib/format/money";
import { LAST_STAGE, type VentureItem, VentureLifecycle } from "@/lib/governance/portfolio/schema";
import { createVentureAction, updateVentureAction } from "../actions";
import { findLeads } from "./find-leads";
import { readVentureForm } from "./venture-values";

const FIELDS = ["name", "description", "portfolio", "stage", "allocationUsd", "lifecycle", "lead"] as const;
const LIFECYCLES = VentureLifecycle.exclude(["ended"]).options.map((value) => ({
  value,
  label: LIFECYCLE_LABELS[value],
}));

type Props = {
  venture: VentureItem | null;
  portfolios: readonly PickOption[];
  /** Chosen from the start. */
  portfolio: string;
  leads: readonly PickOption[];
  /** Only the chair raises an allocation (PRT-136). */
  isChair: boolean;
};

/** Creates a venture, or changes one. */
export function VentureForm({ venture, portfolios, portfolio: given, leads, isChair }: Props) {
  const router = useRouter();
  const [portfolio, setPortfolio] = useState(venture?.portfolio.reference ?? given);
  const [lead, setLead] = useState(venture?.lead?.id ?? "");
  const [unreadable, setUnreadable] = useState<Readonly<Record<string, string>>>({});
  const onDone = ({ reference }: { reference: string }) => {
    notify.done({ title: venture === null ? "Venture created" : "Venture saved" });
    router.push(paths.ventures.detail(reference));
  };
  const create = useAction(createVentureAction, { onDone });
  const update = useAction(updateVentureAction, { onDone });
  const act = venture === null ? create : update;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { values, wrong } = readVentureForm(new FormData(event.currentTarget), { portfolio, lead });
    setUnreadable(wrong);
    if (values === null) return;
    if (venture === null) void create.run(values);
    else void update.run({ ...values, reference: venture.reference, revision: venture.revision });
  };
  const errorOf = (name: (typeof FIELDS)[number]) => unreadable[name] ?? act.errorOf(name);
  return (
    <form onSubmit={submit} onInput={act.forget} className="max-w-120 space-y-4" noValidate>
      <FormProblem problem={act.problemBeside(...FIELDS)} />
      <Field label="Name" error={errorOf("name")}>
        <Input name="name" defaultValue={venture?.name} autoComplete="off" />
      </Field>
      <Field label="Portfolio" error={errorOf("portfolio")}>
        <PickOne
          name="portfolio"
          value={portfolio}
          onValue={setPortfolio}
          options={portfolios}
          placeholder="Choose a portfolio"
        />
      </Field>
      <Field label="Description" optional error={errorOf("description")}>
        <Textarea name="description" rows={3} defaultValue={venture?.description} />
      </Field>
      <Field label="Stage" hint={`A whole number from 1 to ${LAST_STAGE}`} error={errorOf("stage")}>
        <Input
          name="stage"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={venture?.stage ?? 1}
          className="w-24 text-right"
        />
      </Field>
      <Field
        label="Allocation in US dollars"
        hint={isChair ? "At most two decimals" : "At most two decimals; only the chair raises an allocation"}
        error={errorOf("allocationUsd")}
      >
        <Input
          name="allocationUsd"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={toTypedUsd(venture?.allocationUsd ?? 0)}
          className="w-48 text-right"
        />
      </Field>
      <Field label="Lifecycle" error={errorOf("lifecycle")}>
        <Select name="lifecycle" defaultValue={venture?.lifecycle ?? "active"} options={LIFECYCLES} />
      </Field>
      <Field label="Lead" hint="Answers for it, and is told of its escalations" optional error={errorOf("lead")}>
        <PickOne
          name="lead"
          value={lead}
          onValue={setLead}
          options={leads}
          find={findLeads}
          placeholder="Type part of a name"
        />
      </Field>
      <div className="flex flex-wrap gap-2 pt-2">
        <Button type="submit" tone="primary" pending={act.pending} className="max-md:h-11 max-md:w-full">
          {venture === null ? "Create the venture" : "Save the venture"}
        </Button>
        <LinkButton
          tone="quiet"
          href={venture === null ? paths.portfolio.tree() : paths.ventures.detail(venture.reference)}
        >
          {venture === null ? "Not now" : "Keep as it is"}
        </LinkButton>
      </div>
    </form>
  );
}
