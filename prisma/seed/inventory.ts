// The demo's models. Facts decide the tier, as everywhere; `story` says what has become of each (told in history.ts).
import type { TierFacts } from "../../lib/governance/registry/schema.ts";

export type DemoModel = {
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly unit: string;
  readonly owner: string;
  readonly description: string;
  readonly facts: TierFacts;
  readonly tags: readonly string[];
};

const LETTERS = {
  r: "affectsRights",
  s: "affectsSafety",
  a: "decidesAutonomously",
  p: "usesPersonalData",
  u: "isPublicFacing",
} as const;

/** "rp" = affects rights and uses personal data, everything else known to be no. */
function facts(letters: string, stage: TierFacts["stage"]): TierFacts {
  const all = Object.fromEntries(Object.entries(LETTERS).map(([letter, fact]) => [fact, letters.includes(letter)]));
  return { ...(all as Omit<TierFacts, "stage">), stage };
}

type Row = readonly [
  key: string,
  name: string,
  version: string,
  letters: string,
  stage: TierFacts["stage"],
  tags: string,
  description: string,
];

function unit(name: string, owner: string, rows: readonly Row[]): DemoModel[] {
  return rows.map(([key, model, version, letters, stage, tags, description]) => ({
    key,
    name: model,
    version,
    unit: name,
    owner,
    description,
    facts: facts(letters, stage),
    tags: tags.split(" "),
  }));
}

export const MODELS: readonly DemoModel[] = [
  ...unit("Claims operations", "mira", [
    [
      "triage",
      "Claims triage",
      "3.2",
      "rap",
      "implementation",
      "claims triage",
      "Sorts incoming home and motor claims by urgency and complexity, and settles simple claims below 50,000 kroner without a handler.",
    ],
    [
      "fraud",
      "Claims fraud signals",
      "2.4",
      "rp",
      "operation",
      "claims fraud",
      "Scores claims for signs of fraud and sends the highest scores to the investigation team with the reasons.",
    ],
    [
      "photo",
      "Vehicle damage from photos",
      "1.8",
      "p",
      "operation",
      "claims vision",
      "Estimates repair cost from the customer's photos; a handler confirms every estimate.",
    ],
    [
      "letters",
      "Claims letter drafts",
      "1.1",
      "p",
      "operation",
      "claims language-model",
      "Drafts decision letters for handlers from the claim file. A handler edits and sends each letter.",
    ],
    [
      "reserve",
      "Reserve suggestion",
      "4.0",
      "",
      "development",
      "claims reserving",
      "Suggests the reserve for a new claim from similar closed claims.",
    ],
    [
      "injury",
      "Injury severity estimate",
      "0.9",
      "rsp",
      "development",
      "claims health",
      "Estimates how severe an injury is from the medical file, to route the claim to a specialist.",
    ],
    [
      "recovery",
      "Recovery finder",
      "1.3",
      "",
      "development",
      "claims",
      "Finds closed claims in which another party should have paid.",
    ],
    [
      "duplicate",
      "Duplicate invoice check",
      "2.0",
      "",
      "development",
      "claims finance",
      "Flags supplier invoices that look like ones already paid.",
    ],
  ]),
  ...unit("Underwriting", "lukas", [
    [
      "pricing",
      "Home risk pricing",
      "5.1",
      "rp",
      "operation",
      "pricing",
      "Prices home insurance from the building, the location and the claims history.",
    ],
    [
      "health",
      "Health underwriting assistant",
      "2.0",
      "rsap",
      "implementation",
      "health underwriting",
      "Reads health declarations and accepts, loads or refers applications for disability cover.",
    ],
    [
      "flood",
      "Flood exposure map",
      "3.0",
      "",
      "development",
      "pricing climate",
      "Rates every address for flood exposure from terrain and river data.",
    ],
    [
      "motor",
      "Motor telematics score",
      "1.6",
      "rp",
      "operation",
      "pricing telematics",
      "Scores driving behaviour from the app for the yearly premium.",
    ],
    [
      "broker",
      "Broker submission reader",
      "1.2",
      "",
      "development",
      "documents",
      "Pulls the insured values out of brokers' submissions.",
    ],
    [
      "lapse",
      "Lapse forecast",
      "2.2",
      "p",
      "operation",
      "retention",
      "Forecasts which policies will not be renewed, for the service team.",
    ],
    [
      "cyber",
      "Cyber posture rating",
      "0.7",
      "u",
      "development",
      "cyber",
      "Rates a business customer's exposure from public scans of its systems.",
    ],
    [
      "catastrophe",
      "Catastrophe accumulation",
      "6.3",
      "s",
      "operation",
      "reinsurance",
      "Accumulates exposure to storms and floods for the reinsurance programme and the evacuation advice to customers.",
    ],
  ]),
  ...unit("Customer service", "hanna", [
    [
      "chat",
      "Help chat",
      "2.1",
      "pu",
      "operation",
      "language-model service",
      "Answers customers' questions about cover and claims on the web site, and hands over to a person on request.",
    ],
    [
      "speech",
      "Call transcription",
      "1.4",
      "p",
      "operation",
      "speech",
      "Transcribes calls for quality assurance; recordings are deleted after 90 days.",
    ],
    [
      "routing",
      "Call routing",
      "3.3",
      "",
      "development",
      "service",
      "Routes calls to the team most likely to solve the matter at once.",
    ],
    [
      "complaint",
      "Complaint classification",
      "1.0",
      "rp",
      "implementation",
      "service complaints",
      "Classifies complaints and decides which are answered within the statutory period first.",
    ],
    [
      "translate",
      "Letter translation",
      "1.5",
      "u",
      "operation",
      "language-model",
      "Translates standard letters into eleven languages.",
    ],
    [
      "sentiment",
      "Caller sentiment",
      "0.8",
      "p",
      "development",
      "speech",
      "Estimates the caller's mood during a call to support the agent.",
    ],
    [
      "knowledge",
      "Handbook search",
      "2.6",
      "",
      "development",
      "search",
      "Finds the passage of the internal handbook that answers a question.",
    ],
    ["forms", "Form prefill", "1.0", "", "development", "service", "Fills forms from the customer's earlier answers."],
  ]),
  ...unit("Actuarial data", "david", [
    [
      "mortality",
      "Mortality table update",
      "2026.1",
      "r",
      "operation",
      "life actuarial",
      "Updates mortality tables from national statistics and own experience.",
    ],
    [
      "linkage",
      "Household linkage",
      "1.9",
      "rp",
      "implementation",
      "data linkage",
      "Links policies and claims of one household across product lines.",
    ],
    [
      "quality",
      "Data quality monitor",
      "3.1",
      "",
      "development",
      "data",
      "Finds implausible values in policy data before they reach a model.",
    ],
    [
      "anonymize",
      "Document anonymiser",
      "1.2",
      "p",
      "operation",
      "privacy",
      "Removes names and numbers from documents before they are used for development.",
    ],
    ["lineage", "Lineage explorer", "0.4", "", "development", "data", "Shows where a figure in a report comes from."],
  ]),
];
