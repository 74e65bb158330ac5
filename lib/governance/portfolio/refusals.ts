// Answers "why does the portfolio refuse this, and what would help?" Every refusing verdict code of this area has its line.
import { defineRefusals, refusal } from "../kernel/refusal.ts";
import type { ComponentCode } from "./component.ts";

type Subject = { readonly component: string };

const DEFINITIONS = {
  "portfolio.component_unknown": refusal<Subject>({
    class: "unprocessable",
    title: "There is no such component",
    detail: (f) => `There is no component \`${f.component}\` in this organisation`,
    hint: () => "Choose one that is registered",
  }),
  "portfolio.component_exists": refusal<Subject>({
    class: "conflict",
    title: "This component is registered already",
    detail: (f) => `\`${f.component}\` is registered under this name and version`,
    hint: () => "Propose a change of it, or register another version",
  }),
  "portfolio.component_retired": refusal<Subject>({
    class: "conflict",
    title: "This component is retired",
    detail: (f) => `\`${f.component}\` is retired and stays as it is`,
    hint: () => "Register a new version",
  }),
  "portfolio.component_moved_on": refusal<Subject>({
    class: "conflict",
    title: "The component has changed meanwhile",
    detail: (f) => `\`${f.component}\` is no longer the one that this change was written for`,
    hint: () => "Look at the component as it is now and propose the change anew",
  }),
  "portfolio.component_unchanged": refusal<Subject>({
    class: "unprocessable",
    title: "This changes nothing",
    detail: (f) => `\`${f.component}\` is like that already`,
    hint: () => "Change its name, version, capabilities or risk assessment, or retire it",
  }),
  "portfolio.trust_moved_on": refusal<Subject>({
    class: "conflict",
    title: "Its trust level has changed meanwhile",
    detail: (f) => `\`${f.component}\` no longer has the trust level that this starts from`,
    hint: () => "Propose it anew from the level it has now",
  }),
  "portfolio.trust_unchanged": refusal<Subject>({
    class: "unprocessable",
    title: "This changes nothing",
    detail: (f) => `\`${f.component}\` has this trust level already`,
    hint: () => "Choose another level",
  }),
  "portfolio.component_not_active": refusal<Subject>({
    class: "conflict",
    title: "Only an active component can be paused",
    detail: (f) => `\`${f.component}\` is not active`,
  }),
  "portfolio.component_not_paused": refusal<Subject>({
    class: "conflict",
    title: "Only a paused component can be resumed",
    detail: (f) => `\`${f.component}\` is not paused`,
  }),
} as const;

DEFINITIONS satisfies Record<ComponentCode, unknown>;

export const refuse = defineRefusals(DEFINITIONS);
