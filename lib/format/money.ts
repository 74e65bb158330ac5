// Answers "how much money is that?" in US dollars, and "what did somebody mean by this amount?". Cents are shown only where
// there are any, so that amounts under each other ask for them together.
import { formatCount } from "./number.ts";

const hasCents = (usd: number) => !Number.isInteger(usd);

/** 420000 -> "$420,000", 1250.5 -> "$1,250.50"; `alike` are the amounts beside it. */
export function formatUsd(usd: number, alike: readonly number[] = [usd]): string {
  const [whole = "0", cents] = usd.toFixed(alike.some(hasCents) ? 2 : 0).split(".");
  return `$${formatCount(Number(whole))}${cents === undefined ? "" : `.${cents}`}`;
}

/** As it stands in a field: "420,000" or "1,250.50". */
export function toTypedUsd(usd: number): string {
  return formatUsd(usd).slice(1);
}

/** "$1,250.50", "1 250.5" -> the number; null when it is none. Bounds and decimals are the server's to judge. */
export function fromTypedUsd(typed: string): number | null {
  const bare = typed.replace(/[\s$,’']/gu, "");
  return /^-?\d+(\.\d+)?$/u.test(bare) ? Number(bare) : null;
}
