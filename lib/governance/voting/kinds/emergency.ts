// All members stop a component, or let it go on (VOT table, PRT-104). `subject` leaves room for others that can be stopped.
import { z } from "zod";
import { textSchema } from "../../kernel/text.ts";
import { ComponentReference } from "../../portfolio/schema.ts";
import { type KindDefinition, namedOf } from "./kind.ts";

const EmergencyPayload = z.strictObject({
  subject: z.enum(["component"], { error: "An emergency is about a component" }).default("component"),
  act: z.enum(["pause", "resume"], { error: "Choose what is to happen" }),
  component: ComponentReference,
  reason: textSchema({ max: 2_000, multiline: true, what: "The reason" }),
});

export const emergency: KindDefinition = {
  summary: "Pause a component that does harm, or let a paused one go on",
  way: {
    by: "form",
    title: "{act}: “{component}”",
    fields: [
      {
        ...{ type: "choice", name: "act", label: "What is to happen" },
        options: [
          { value: "pause", label: "Pause" },
          { value: "resume", label: "Resume" },
        ],
      },
      { type: "component", name: "component", label: "Component" },
      {
        ...{ type: "long_text", name: "reason", label: "Reason", most: 2_000 },
        hint: "What happened, whom it touches, and how it is known",
      },
    ],
  },
  input: EmergencyPayload,
  read: (payload) => {
    const { act, component, reason } = EmergencyPayload.parse(payload);
    const after = act === "pause" ? "paused" : "active";
    return {
      model: null,
      subject: component,
      effect: { type: "change_component", component, act: { type: act } },
      grounds: reason,
      ask: (context) => `${act === "pause" ? "Pause" : "Resume"} “${namedOf(context, "component")}”?`,
      describeEffect: (context) => ({
        sentence:
          act === "pause"
            ? `“${namedOf(context, "component")}” is paused until all members let it go on.`
            : `“${namedOf(context, "component")}” is active again.`,
        items: [{ what: "Status", before: namedOf(context, "status"), after }],
      }),
    };
  },
};
