// Answers "why is a portfolio or a venture refused, and what would help?"
import { defineRefusals, refusal } from "../kernel/refusal.ts";

export const refuse = defineRefusals({
  "portfolio.name_taken": refusal<{ name: string; what: string }>({
    class: "conflict",
    title: "This name is taken",
    detail: (f) => `There is already a ${f.what} named \`${f.name}\``,
    hint: () => "Choose another name; case and spaces do not tell names apart",
  }),
  "portfolio.unknown_portfolio": refusal<{ portfolio: string }>({
    class: "unprocessable",
    title: "There is no such portfolio",
    detail: (f) => `There is no portfolio \`${f.portfolio}\` in this organisation`,
    hint: () => "Choose one that exists, or create it first",
  }),
  "portfolio.unknown_lead": refusal<Record<string, never>>({
    class: "unprocessable",
    title: "The lead is no member",
    detail: () => "The lead of a venture is an active member of the organisation",
    hint: () => "Choose a member, or leave the lead open",
  }),
  "portfolio.venture_ended": refusal<{ venture: string }>({
    class: "conflict",
    title: "This venture has ended",
    detail: (f) => `\`${f.venture}\` has ended and stays as it is`,
    hint: () => "Create a new venture to begin again",
  }),
  "portfolio.needs_chair": refusal<{ acts: readonly string[] }>({
    class: "forbidden",
    title: "Only the chair may do this",
    detail: (f) => `This is never autonomous: ${f.acts.map((act) => `\`${act}\``).join(", ")}`,
    hint: () => "Ask the chair; an allocation can be lowered and a venture paused without",
  }),
});
