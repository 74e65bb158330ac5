// The stages of an escalation after its intake, in order (ESC-3).
import { batch } from "./batch.ts";
import { budget } from "./budget.ts";
import { dedupe } from "./dedupe.ts";
import { deliver } from "./deliver.ts";
import type { Ground } from "./ground.ts";
import { hold } from "./hold.ts";
import type { Item, Sorted, StageName } from "./item.ts";
import { route } from "./route.ts";
import { rate } from "./severity.ts";

export type Stage = { readonly name: StageName; readonly run: (items: readonly Item[], ground: Ground) => Sorted };

export const PIPELINE: readonly Stage[] = [
  { name: "severity", run: rate },
  { name: "dedupe", run: dedupe },
  { name: "hold", run: hold },
  { name: "budget", run: budget },
  { name: "route", run: route },
  { name: "batch", run: batch },
  { name: "deliver", run: deliver },
];
