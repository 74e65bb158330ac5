import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { digestOf } from "../../kernel/digest.ts";
import type { RegistryEvent } from "../events.ts";
import { MappingSaved, SaveMappingInput } from "../import/view.ts";
import { findMapping, putMapping } from "../mapping-store.ts";

export const saveMapping = defineOperation({
  name: "registry.save_mapping",
  summary: "Keep a mapping under a name",
  permission: "registry.import",
  effect: "write",
  input: SaveMappingInput,
  output: MappingSaved,
  async run({ input: { name, mapping }, actor, now, tx }) {
    const mappingDigest = digestOf(mapping);
    const before = await findMapping(tx, name);
    if (before !== null && digestOf(before) === mappingDigest) {
      tx.unchanged();
      return { name, mappingDigest };
    }
    const updatedBy = actor.kind === "person" ? actor.userId : null;
    await putMapping(tx, { name, mapping, updatedBy, updatedAt: await now() });
    await tx.record({
      action: "registry.mapping_saved",
      subject: { type: "mapping", reference: name },
      details: { mapping: name, mappingDigest },
      beforeDigest: before === null ? null : digestOf(before),
      afterDigest: mappingDigest,
    } satisfies RegistryEvent & AuditEvent);
    return { name, mappingDigest };
  },
});
