import type { ModelCard } from "@/lib/governance/dashboard/schema";

/** Name and version; an imported model has no version of its own. */
export function modelName(model: Pick<ModelCard, "name" | "version">): string {
  return `${model.name} ${model.version}`.trim();
}
