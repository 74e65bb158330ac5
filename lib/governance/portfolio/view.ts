// A component as lists and its own page show it.
import type { ComponentItem } from "./schema.ts";

type Shown = Omit<ComponentItem, "updatedAt"> & { readonly updatedAt: Date };

export function toComponentItem(component: Shown): ComponentItem {
  const { reference, name, version, capabilities, trustLevel, status, updatedAt } = component;
  return {
    ...{ reference, name, version, trustLevel, status },
    capabilities: [...capabilities],
    updatedAt: updatedAt.toISOString(),
  };
}
