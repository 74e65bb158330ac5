// Answers "is this text, and in which encoding?" (REG-10): UTF-8 with or without BOM, else Windows-1252.
// What is not text is refused with the remedy; nothing is replaced or dropped.
import type { Verdict } from "../../kernel/verdict.ts";

export type Encoding = "utf-8" | "windows-1252";

/** Why a whole file cannot be read. `cause` and `remedy` in the facts are sentences for a person. */
export type UnreadableFile = Verdict<
  "unreadable",
  | "registry.file_empty"
  | "registry.file_is_spreadsheet"
  | "registry.file_is_utf16"
  | "registry.file_is_binary"
  | "registry.file_truncated"
  | "registry.file_malformed"
  | "registry.file_has_one_column"
  | "registry.file_has_no_header"
  | "registry.file_has_no_rows"
>;

export type DecodedFile = {
  readonly outcome: "decoded";
  readonly text: string;
  readonly encoding: Encoding;
  readonly hasByteOrderMark: boolean;
};

const AS_CSV = "Save it as CSV (UTF-8) and choose that file";

export function unreadable(
  code: UnreadableFile["reasons"][number]["code"],
  cause: string,
  remedy: string,
  facts: Readonly<Record<string, string | number>> = {},
): UnreadableFile {
  return { outcome: "unreadable", reasons: [{ code, facts: { cause, remedy, ...facts } }] };
}

const startsWith = (bytes: Uint8Array, ...prefix: readonly number[]) => prefix.every((byte, at) => bytes[at] === byte);

/** Bytes that Windows-1252 leaves undefined: a file with one of them is in some other encoding. */
const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

function firstControlByte(bytes: Uint8Array): number | null {
  const at = bytes.findIndex((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1a);
  return at === -1 ? null : at;
}

function findBinary(bytes: Uint8Array): UnreadableFile | null {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return unreadable("registry.file_is_utf16", "The file is in UTF-16", AS_CSV);
  }
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return unreadable("registry.file_is_spreadsheet", "The file is a spreadsheet or an archive, not a CSV", AS_CSV);
  }
  const at = firstControlByte(bytes);
  if (at === null) return null;
  return unreadable("registry.file_is_binary", `The file is not text: byte ${at + 1} is not a character`, AS_CSV, {
    byte: at + 1,
  });
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The text of a file, without its byte order mark. */
export function decodeFile(bytes: Uint8Array): DecodedFile | UnreadableFile {
  const binary = findBinary(bytes);
  if (binary !== null) return binary;
  const utf8 = tryUtf8(bytes);
  const hasByteOrderMark = startsWith(bytes, 0xef, 0xbb, 0xbf);
  if (utf8 === null) {
    const at = bytes.findIndex((byte) => UNDEFINED_IN_1252.has(byte));
    if (at !== -1) {
      const cause = `The file is neither UTF-8 nor Windows-1252: byte ${at + 1} fits neither`;
      return unreadable("registry.file_is_binary", cause, AS_CSV, { byte: at + 1 });
    }
  }
  const text = utf8 ?? new TextDecoder("windows-1252").decode(bytes);
  if (text.trim() === "") return unreadable("registry.file_empty", "The file is empty", "Choose a file with rows");
  return { outcome: "decoded", text, encoding: utf8 === null ? "windows-1252" : "utf-8", hasByteOrderMark };
}
