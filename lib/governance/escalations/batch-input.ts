// Answers "which of these can be taken, and what is wrong with the others?" (ESC-118): each is judged by itself, so that one
// bad item costs only itself.

import { findUnstorableText } from "../kernel/text.ts";
import { RaiseInput } from "./schema.ts";
import type { RefusedItem } from "./view.ts";

export type ReadBatch = {
  readonly raises: readonly { readonly index: number; readonly raise: RaiseInput }[];
  readonly refused: readonly RefusedItem[];
};

export function readBatch(items: readonly unknown[]): ReadBatch {
  const raises: { index: number; raise: RaiseInput }[] = [];
  const refused: RefusedItem[] = [];
  for (const [index, item] of items.entries()) {
    const unstorable = findUnstorableText(item);
    const parsed = RaiseInput.safeParse(item);
    if (unstorable !== null) {
      const message = "Contains characters that cannot be stored (NUL or half a surrogate pair); remove them";
      refused.push({ index, errors: [{ path: unstorable, code: "unstorable_text", message }] });
    } else if (parsed.success) raises.push({ index, raise: parsed.data });
    else {
      const errors = parsed.error.issues.map(({ path, code, message }) => ({ path: path.join("."), code, message }));
      refused.push({ index, errors });
    }
  }
  return { raises, refused };
}
