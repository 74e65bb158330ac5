// Reads what was typed into the form of a venture. What is no number at all is said here; bounds are the server's to judge.
import { fromTypedUsd } from "@/lib/format/money";
import { LAST_STAGE, VentureLifecycle } from "@/lib/governance/portfolio/schema";

const Chosen = VentureLifecycle.exclude(["ended"]);

export function readVentureForm(given: FormData, { portfolio, lead }: { portfolio: string; lead: string }) {
  const text = (name: string) => String(given.get(name) ?? "").trim();
  const stage = /^-?\d+(\.\d+)?$/u.test(text("stage")) ? Number(text("stage")) : null;
  const allocationUsd = fromTypedUsd(text("allocationUsd"));
  const wrong = {
    ...(portfolio === "" ? { portfolio: "Choose the portfolio it stands in" } : {}),
    ...(stage === null ? { stage: `A stage is a whole number from 1 to ${LAST_STAGE}` } : {}),
    ...(allocationUsd === null ? { allocationUsd: "Write an amount such as 1,250.50" } : {}),
  };
  if (stage === null || allocationUsd === null || portfolio === "") return { values: null, wrong };
  const values = {
    ...{ portfolio, stage, allocationUsd, name: text("name"), description: text("description") },
    lifecycle: Chosen.parse(text("lifecycle")),
    lead: lead === "" ? null : lead,
  };
  return { values, wrong };
}
