// All members change a registered component, or retire it for good (VOT table, PRT-103). The proposal names the revision
// that its proposer saw: what was written for one component is not carried out on another.
import { z } from "zod";
import type { ComponentAct } from "../../portfolio/component.ts";
import { sayCapabilities } from "../../portfolio/component.ts";
import { ComponentFacts, ComponentReference } from "../../portfolio/schema.ts";
import { type KindContext, type KindDefinition, type KindReading, namedOf } from "./kind.ts";

/** Only what changes is given; a retirement changes nothing else. */
const OverlayUpdatePayload = z
  .strictObject({
    component: ComponentReference,
    revision: z.int({ error: "The revision is the number that the component gave" }).min(1),
    ...ComponentFacts.partial().shape,
    isRetired: z.literal(true, { error: "Retired for good, or left out" }).optional(),
  })
  .superRefine(({ component: _, revision: __, isRetired, ...facts }, context) => {
    const changed = Object.values(facts).some((value) => value !== undefined);
    if (isRetired === true && changed) {
      context.addIssue({ code: "custom", path: ["isRetired"], message: "Retire it, or change it: not both at once" });
    } else if (isRetired !== true && !changed) {
      context.addIssue({ code: "custom", path: ["component"], message: "Say what changes" });
    }
  });

export const overlayUpdate: KindDefinition = {
  summary: "Change a registered component’s name, version, capabilities or risk assessment, or retire it for good",
  way: {
    by: "form",
    title: "Change “{component}”",
    fields: [{ type: "component_change", name: "component", label: "Component" }],
  },
  input: OverlayUpdatePayload,
  read: (payload) => {
    const { component, revision, isRetired, ...facts } = OverlayUpdatePayload.parse(payload);
    return isRetired === true
      ? readAct(component, { type: "retire", revision })
      : readAct(component, { type: "change", revision, facts });
  },
};

function readAct(component: string, act: Extract<ComponentAct, { type: "change" | "retire" }>): KindReading {
  const facts = act.type === "change" ? act.facts : {};
  return {
    model: null,
    subject: component,
    effect: { type: "change_component", component, act },
    grounds: null,
    ask: (context) => `${act.type === "retire" ? "Retire" : "Change"} “${namedOf(context, "component")}”?`,
    describeEffect: (context) => tellEffect(context, act),
    describeTerms: () => [
      ...(facts.capabilities === undefined ? [] : [{ what: "New capabilities", lines: facts.capabilities }]),
      ...(facts.riskAssessment === undefined ? [] : [{ what: "New risk assessment", lines: [facts.riskAssessment] }]),
    ],
  };
}

function tellEffect(context: KindContext, act: Extract<ComponentAct, { type: "change" | "retire" }>) {
  const title = namedOf(context, "component");
  if (act.type === "retire") {
    const items = [{ what: "Status", before: namedOf(context, "status"), after: "retired" }];
    return { sentence: `“${title}” is retired for good: it takes no further change and cannot come back.`, items };
  }
  const changes = listChanges(context, act.facts);
  const what = changes.map((one) => one.what.toLowerCase()).join(", ");
  const sentence = `“${title}” changes (${what}); its trust level and its status stay as they are.`;
  return { sentence, items: changes };
}

function listChanges(context: KindContext, { name, version, capabilities, riskAssessment }: Partial<ComponentFacts>) {
  const present = (fact: string) => namedOf(context, fact);
  return [
    ...(name === undefined ? [] : [{ what: "Name", before: present("name"), after: name }]),
    ...(version === undefined ? [] : [{ what: "Version", before: present("version"), after: version }]),
    ...(capabilities === undefined
      ? []
      : [{ what: "Capabilities", before: present("capabilities"), after: sayCapabilities(capabilities) }]),
    ...(riskAssessment === undefined ? [] : [{ what: "Risk assessment", before: null, after: "rewritten" }]),
  ];
}
