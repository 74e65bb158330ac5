// Hours and days as the rules of escalations say them.
export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** 8 -> "08:00" */
export function sayHour(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}

/** 1 -> "Monday" */
export function sayWeekday(day: number): string {
  return WEEKDAYS[day - 1] ?? "";
}
