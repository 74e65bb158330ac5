import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { loadRotationPlans } from "../rotation-store.ts";
import { RotationView, toRotationView } from "../rotation-view.ts";
import { loadCharterInForce, loadSeats, loadTimeZone } from "../store.ts";

export const readRotation = defineOperation({
  name: "board.read_rotation",
  summary: "The rotation plan: who holds each seat until when, who could follow, and quarters in which many terms end",
  permission: "board.rotation.read",
  effect: "read",
  input: z.strictObject({}),
  output: RotationView,
  async run({ now, tx }) {
    const at = await now();
    const { content } = await loadCharterInForce(tx, at);
    return toRotationView({
      at,
      timeZone: await loadTimeZone(tx),
      seats: await loadSeats(tx),
      plans: await loadRotationPlans(tx),
      requiredRoles: content.membership.requiredRoles,
    });
  },
});
