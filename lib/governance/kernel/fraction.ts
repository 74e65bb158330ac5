// Answers "does this count reach that ratio?" without ever leaving integers (domain: "ratios are exact").
import { z } from "zod";

/** An exact fraction in [0, 1]; integers only. */
export const Fraction = z
  .strictObject({
    numerator: z.int().min(0).max(1_000_000),
    denominator: z.int().min(1).max(1_000_000),
  })
  .refine((f) => f.numerator <= f.denominator, {
    path: ["numerator"],
    message: "A fraction must not exceed 1",
  });
export type Fraction = z.infer<typeof Fraction>;

export const Comparison = z.enum(["at_least", "more_than"]);
export type Comparison = z.infer<typeof Comparison>;

/** part/whole compared with the fraction by cross-multiplication; part and whole are integers >= 0. */
export function reaches(part: number, whole: number, fraction: Fraction, comparison: Comparison): boolean {
  const left = BigInt(part) * BigInt(fraction.denominator);
  const right = BigInt(whole) * BigInt(fraction.numerator);
  return comparison === "at_least" ? left >= right : left > right;
}

/** Smallest integer part of `whole` that reaches the fraction. */
export function leastPart(whole: number, fraction: Fraction, comparison: Comparison): number {
  const product = BigInt(whole) * BigInt(fraction.numerator);
  const denominator = BigInt(fraction.denominator);
  const floor = product / denominator;
  if (comparison === "more_than") return Number(floor) + 1;
  return Number(product % denominator === 0n ? floor : floor + 1n);
}

/** "2/3" for the eye and for messages. */
export function formatFraction(fraction: Fraction): string {
  return `${fraction.numerator}/${fraction.denominator}`;
}
