"use client";
import type { ComponentProps } from "react";
import { PeriodBars } from "./period-bars";
import type { ChartRow } from "./series";

type Props = Omit<ComponentProps<typeof PeriodBars>, "rows" | "period"> & {
  rows: readonly (ChartRow & { weekStart: string })[];
};

/** The load of the weeks ahead. `weekStart` of every row is an ISO instant. */
export function WeekBars({ rows, ...rest }: Props) {
  const weeks = rows.map(({ weekStart, ...row }) => ({ ...row, startsAt: weekStart }));
  return <PeriodBars {...rest} rows={weeks} period="week" />;
}
