// Answers "what is in this file?" in one step: decode, then read as a table (REG-10).
import { sha256Hex } from "../../kernel/digest.ts";
import { readTable, type Table } from "./csv.ts";
import { decodeFile, type Encoding, type UnreadableFile } from "./decode.ts";
import type { Delimiter } from "./schema.ts";

export type Inventory = {
  readonly outcome: "read";
  readonly table: Table;
  readonly encoding: Encoding;
  readonly hasByteOrderMark: boolean;
  /** SHA-256 of the bytes: the preview and the import must name the same. */
  readonly fileDigest: string;
};

export function readInventory(bytes: Uint8Array, delimiter: Delimiter | null = null): Inventory | UnreadableFile {
  const decoded = decodeFile(bytes);
  if (decoded.outcome === "unreadable") return decoded;
  const table = readTable(decoded.text, delimiter);
  if (table.outcome === "unreadable") return table;
  const { encoding, hasByteOrderMark } = decoded;
  return { outcome: "read", table, encoding, hasByteOrderMark, fileDigest: sha256Hex(bytes) };
}
