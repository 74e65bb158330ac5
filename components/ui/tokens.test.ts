import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

// Reads the tokens as the browser gets them: light from `:root, .light`, dark laid over it.
const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

function tokensOf(selector: RegExp): Map<string, string> {
  const body = selector.exec(css)?.[1] ?? "";
  return new Map([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gu)].map((match) => [match[1] ?? "", match[2] ?? ""]));
}

const light = tokensOf(/:root,\s*\.light \{([^}]*)\}/u);
const dark = new Map([...light, ...tokensOf(/\.dark \{([^}]*)\}/u)]);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const SURFACES = ["paper", "raised", "sunken"];
const MEANINGS = [
  "severity-low",
  "severity-medium",
  "severity-high",
  "severity-critical",
  "passed",
  "rejected",
  "none",
  "provisional",
];
const TEXT: [string, string][] = [
  ...["ink", "ink-muted", "ink-faint", "accent", "rejected", "passed", "provisional"].flatMap((ink) =>
    SURFACES.map((surface): [string, string] => [ink, surface]),
  ),
  ...MEANINGS.map((meaning): [string, string] => [meaning, `${meaning}-soft`]),
  ...["1", "2", "3", "4"].map((tier): [string, string] => [`on-tier-${tier}`, `tier-${tier}`]),
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["ink", "accent-soft"],
  ["accent", "accent-soft"],
  ["ink-muted", "accent-soft"],
  ["ink", "rejected-soft"],
  ["ink-muted", "rejected-soft"],
];
const SHAPES: [string, string][] = [
  "line-strong",
  "severity-medium-solid",
  "severity-high-solid",
  "severity-critical-solid",
  "passed-solid",
  "rejected-solid",
  "none-solid",
  "provisional-solid",
  "series-1",
  "series-2",
  "series-3",
  "series-4",
  "series-5",
].map((shape) => [shape, "paper"]);

describe.each([
  ["light", light],
  ["dark", dark],
])("%s tokens", (_mode, tokens) => {
  const ratio = ([front, back]: [string, string]) => {
    const [one, other] = [tokens.get(front), tokens.get(back)];
    if (one === undefined || other === undefined) throw new Error(`No token --${front} or --${back}`);
    return contrast(one, other);
  };
  test.each(TEXT)("text %s on %s reaches 4.5", (front, back) => {
    expect(ratio([front, back])).toBeGreaterThanOrEqual(4.5);
  });
  test.each(SHAPES)("shape %s on %s reaches 3", (front, back) => {
    expect(ratio([front, back])).toBeGreaterThanOrEqual(3);
  });
});
