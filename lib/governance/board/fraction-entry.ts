// Answers "which exact fraction did the person mean?" (BRD-111). A fraction is entered as a fraction; a decimal or a
// percentage is asked about with the fractions it could stand for, never converted. Browser-safe.
import { type Fraction, formatFraction } from "../kernel/fraction.ts";

export type FractionEntry =
  | { readonly outcome: "fraction"; readonly fraction: Fraction }
  | { readonly outcome: "asked"; readonly candidates: readonly Fraction[]; readonly message: string }
  | { readonly outcome: "refused"; readonly code: FractionRefusal; readonly message: string };

export type FractionRefusal =
  | "fraction_missing"
  | "fraction_unreadable"
  | "fraction_of_nothing"
  | "fraction_above_whole"
  | "fraction_below_nothing"
  | "fraction_too_fine";

const LARGEST = 1_000_000;
/** Denominators that people mean when they write a rounded decimal. */
const SIMPLE_DENOMINATORS = [2, 3, 4, 5, 6, 7, 8, 9, 10];
const SPLIT = /^([+-]?\d{1,40})\s*[/⁄∕:]\s*([+-]?\d{1,40})$/u;
const DECIMAL = /^([+-]?)(\d{0,12})(?:[.,](\d{1,12}))?\s*(%?)$/u;

export function readFractionEntry(typed: string): FractionEntry {
  const text = typed.normalize("NFC").replaceAll("−", "-").trim();
  if (text === "") return refused("fraction_missing", "Enter a fraction, such as 2/3");
  const split = SPLIT.exec(text);
  if (split !== null) return toFraction(text, BigInt(split[1] ?? "0"), BigInt(split[2] ?? "0"));
  const decimal = DECIMAL.exec(text);
  if (decimal === null || (decimal[2] === "" && decimal[3] === undefined)) {
    return refused(
      "fraction_unreadable",
      `\`${shorten(text)}\` is not a fraction; enter two whole numbers, such as 2/3`,
    );
  }
  return askAbout(text, decimal);
}

function toFraction(text: string, above: bigint, below: bigint): FractionEntry {
  const typed = `\`${shorten(text)}\``;
  if (below === 0n) {
    return refused("fraction_of_nothing", `${typed} divides by nothing; the lower number is at least 1`);
  }
  if (above < 0n !== below < 0n && above !== 0n) {
    return refused("fraction_below_nothing", `${typed} is less than nothing; enter a fraction from 0 to 1`);
  }
  const [numerator, denominator] = below < 0n ? [-above, -below] : [above, below];
  if (numerator > denominator) {
    return refused("fraction_above_whole", `${typed} is more than the whole; enter a fraction from 0 to 1`);
  }
  if (denominator > BigInt(LARGEST)) {
    return refused("fraction_too_fine", `${typed} is too fine; the lower number is at most 1,000,000`);
  }
  return { outcome: "fraction", fraction: { numerator: Number(numerator), denominator: Number(denominator) } };
}

function askAbout(text: string, parts: RegExpExecArray): FractionEntry {
  const [, sign, whole = "", decimals = "", percent] = parts;
  const numerator = BigInt(`${whole}${decimals}` || "0");
  const denominator = 10n ** BigInt(decimals.length + (percent === "%" ? 2 : 0));
  if (sign === "-" && numerator > 0n) return toFraction(text, -numerator, denominator);
  if (numerator > denominator) return toFraction(text, numerator, denominator);
  const candidates = findCandidates(numerator, denominator);
  const meant = candidates.map(formatFraction).join(" or ");
  return { outcome: "asked", candidates, message: `\`${shorten(text)}\` is not a fraction: is ${meant} meant?` };
}

/** Simple fractions that round, or are cut off, to what was typed; then what it says literally. */
function findCandidates(numerator: bigint, denominator: bigint): readonly Fraction[] {
  const found: Fraction[] = [];
  const add = (above: bigint, below: bigint) => {
    const fraction = reduce(above, below);
    const isKnown = found.some((one) => formatFraction(one) === formatFraction(fraction));
    if (!isKnown && fraction.denominator <= LARGEST) found.push(fraction);
  };
  for (const below of SIMPLE_DENOMINATORS.map(BigInt)) {
    for (let above = 1n; above < below; above += 1n) {
      const isCutOff = (above * denominator) / below === numerator;
      const isRounded = (2n * above * denominator + below) / (2n * below) === numerator;
      if (denominator > 10n && (isCutOff || isRounded)) add(above, below);
    }
  }
  add(numerator, denominator);
  return found;
}

function reduce(numerator: bigint, denominator: bigint): Fraction {
  let [left, right] = [numerator, denominator];
  while (right !== 0n) [left, right] = [right, left % right];
  return { numerator: Number(numerator / left), denominator: Number(denominator / left) };
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function refused(code: FractionRefusal, message: string): FractionEntry {
  return { outcome: "refused", code, message };
}
