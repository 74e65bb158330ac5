// The key that signs checkpoints of the record, for the stores and operations that hand signed ones out.
import type { KeyObject } from "node:crypto";
import { env } from "../env.ts";
import { readSigningKey } from "../governance/audit/checkpoint.ts";

let known: { readonly from: string; readonly key: KeyObject } | null = null;

/** Ed25519, private. Read once; a test that sets another one gets that. */
export function signingKey(): KeyObject {
  const from = env().GAVEL_AUDIT_KEY;
  if (known?.from !== from) known = { from, key: readSigningKey(from) };
  return known.key;
}
