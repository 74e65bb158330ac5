// All members register a component (VOT table, PRT-101): it begins active, in the sandbox.
import { ComponentFacts, toComponentTitle } from "../../portfolio/schema.ts";
import type { KindDefinition } from "./kind.ts";

export const overlayRegistration: KindDefinition = {
  summary: "Register a component with what it can do and what can go wrong with it; it begins in the sandbox",
  way: {
    by: "form",
    title: "Register “{name} {version}”",
    fields: [
      { type: "text", name: "name", label: "Name", most: 120 },
      { type: "text", name: "version", label: "Version", most: 40 },
      {
        ...{ type: "lines", name: "capabilities", label: "Capabilities", most: 50 },
        hint: "What it can do, one a line: “Reads claims”, “Writes to the claims queue”",
      },
      {
        ...{ type: "long_text", name: "riskAssessment", label: "Risk assessment", most: 5_000 },
        hint: "What can go wrong, for whom, and what holds it back; at least 20 characters",
      },
    ],
  },
  input: ComponentFacts,
  read: (payload) => {
    const facts = ComponentFacts.parse(payload);
    const title = toComponentTitle(facts);
    return {
      model: null,
      subject: title,
      effect: { type: "register_component", facts },
      grounds: null,
      ask: () => `Register “${title}”?`,
      describeEffect: () => ({
        sentence: `“${title}” is registered: active, at the trust level sandbox.`,
        items: [
          { what: "Status", before: null, after: "active" },
          { what: "Trust level", before: null, after: "sandbox" },
        ],
      }),
      describeTerms: () => [
        { what: "Capabilities", lines: facts.capabilities },
        { what: "Risk assessment", lines: [facts.riskAssessment] },
      ],
    };
  },
};
