// Answers "what is the n-th entry called?" (domain: conventions; AUD-103): AR- and at least five digits, from AR-00001.

/** Number (1 or more) as shown: AR-00001, AR-99999, AR-100000. */
export function formatEntryNumber(number: number): string {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`Not an entry number: ${number}`);
  return `AR-${String(number).padStart(5, "0")}`;
}

/** Reads what a person typed: `AR-00042`, `ar-42` or `42`; null for anything else. */
export function parseEntryNumber(typed: string): number | null {
  const digits = /^(?:AR-)?0*([1-9][0-9]{0,15})$/iu.exec(typed.trim())?.[1];
  const number = Number(digits);
  return digits !== undefined && Number.isSafeInteger(number) ? number : null;
}
