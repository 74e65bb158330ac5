// Answers "which instant is that much later?" in UTC; calendar months clamp to the month's last day (BRD-2).

const MILLISECONDS_PER_HOUR = 3_600_000;
export const MILLISECONDS_PER_DAY = 86_400_000;

export function addHours(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * MILLISECONDS_PER_HOUR);
}

export function addDays(at: Date, days: number): Date {
  return new Date(at.getTime() + days * MILLISECONDS_PER_DAY);
}

/** Calendar months: 31 January + 1 month = 28 or 29 February. */
export function addMonths(at: Date, months: number): Date {
  const target = new Date(at);
  const day = target.getUTCDate();
  target.setUTCDate(1);
  target.setUTCMonth(target.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(day, lastDay));
  return target;
}
