// Answers "which day is that many days later, and how is a day said?" for days of a calendar (KRN-10): YYYY-MM-DD, in
// whatever zone they are meant; never an instant.
import { z } from "zod";
import { MILLISECONDS_PER_DAY } from "./calendar.ts";

export const CalendarDay = z.iso
  .date({ error: "Enter a day as YYYY-MM-DD" })
  .refine((day) => day >= "1970-01-01" && day <= "2199-12-31", { message: "Enter a day between 1970 and 2199" });

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const LENGTH = "YYYY-MM-DD".length;

const toMilliseconds = (day: string) => Date.parse(`${day}T00:00:00.000Z`);

export function addCalendarDays(day: string, days: number): string {
  return new Date(toMilliseconds(day) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, LENGTH);
}

/** How many days after `from` the day `to` is; negative when it is before. */
export function daysBetween(from: string, to: string): number {
  return (toMilliseconds(to) - toMilliseconds(from)) / MILLISECONDS_PER_DAY;
}

/** "31 Mar 2027" */
export function sayDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}
