// How a setting's integer is typed and read: a ratio in ten-thousandths as a percentage with two decimals at most, the
// others as they are. Text to text: no float is stored. How it is said is in `kernel/quantity.ts`.
import type { Setting } from "@/lib/governance/identity/schema";

type Unit = Setting["unit"];

export const UNIT_WORDS: Record<Unit, string> = { ten_thousandths: "%", hours: "hours", days: "days" };

/** 7000 -> "70", 6667 -> "66.67" */
export function toTyped(value: number, unit: Unit): string {
  if (unit !== "ten_thousandths") return String(value);
  const decimals = String(value % 100)
    .padStart(2, "0")
    .replace(/0+$/u, "");
  return decimals === "" ? String(Math.trunc(value / 100)) : `${Math.trunc(value / 100)}.${decimals}`;
}

/** "66,67" -> 6667; null for what is no number in this unit. */
export function fromTyped(typed: string, unit: Unit): number | null {
  const text = typed.trim();
  if (unit !== "ten_thousandths") return /^\d{1,6}$/u.test(text) ? Number(text) : null;
  const [, whole, decimals = ""] = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/u.exec(text) ?? [];
  return whole === undefined ? null : Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
}
