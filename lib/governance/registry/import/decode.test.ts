import { describe, expect, it } from "vitest";
import { decodeFile } from "./decode.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("decoding a file", () => {
  it.each([
    ["UTF-8", utf8("Name;Größe"), "Name;Größe", "utf-8", false],
    ["UTF-8 with byte order mark", utf8("\uFEFFName"), "Name", "utf-8", true],
    ["Windows-1252", Uint8Array.from([0x93, 0x41, 0x94, 0x20, 0x96, 0xe9]), "“A” –é", "windows-1252", false],
  ] as const)("[REG-10] recognises %s", (_name, bytes, text, encoding, hasByteOrderMark) => {
    expect(decodeFile(bytes)).toEqual({ outcome: "decoded", text, encoding, hasByteOrderMark });
  });

  it.each([
    ["an empty file", new Uint8Array(), "registry.file_empty"],
    ["a byte order mark and nothing else", utf8("\uFEFF"), "registry.file_empty"],
    ["blank lines", utf8(" \r\n\n"), "registry.file_empty"],
    ["NUL bytes", utf8("a,b\n1,\u0000"), "registry.file_is_binary"],
    ["an image", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), "registry.file_is_binary"],
    ["a spreadsheet", Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14]), "registry.file_is_spreadsheet"],
    ["UTF-16", Uint8Array.from([0xff, 0xfe, 0x41, 0x00]), "registry.file_is_utf16"],
    ["neither encoding", Uint8Array.from([0x41, 0x81, 0xe9]), "registry.file_is_binary"],
  ])("[REG-10] refuses %s with a remedy", (_name, bytes, code) => {
    const refused = decodeFile(bytes);
    if (refused.outcome !== "unreadable") throw new Error("was read");
    expect(refused.reasons[0]?.code).toBe(code);
    expect(refused.reasons[0]?.facts.remedy).not.toBe("");
  });
});
