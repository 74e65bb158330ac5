type Entry = { dataKey?: unknown; name?: unknown; value?: unknown; color?: string; fill?: string };

/** What the pointer is over: the label, then each series with its unit. */
export function ChartTooltip({
  active,
  payload,
  label,
  unit = "",
  labelOf,
}: {
  active?: boolean;
  payload?: readonly Entry[];
  label?: string | number;
  unit?: string;
  labelOf?: (label: string | number) => string;
}) {
  if (!active || payload === undefined || payload.length === 0) return null;
  const shown = payload.filter((entry) => entry.value !== null && entry.value !== undefined);
  return (
    <div className="rounded-sm border border-line-strong bg-raised px-2.5 py-1.5 text-xs text-ink shadow-overlay">
      {label === undefined ? null : <p className="mb-1 font-medium">{labelOf ? labelOf(label) : label}</p>}
      <ul>
        {shown.map((entry) => (
          <li key={String(entry.dataKey)} className="flex items-center gap-2">
            <span className="size-2 rounded-[2px]" style={{ background: entry.color ?? entry.fill }} />
            <span className="text-ink-muted">{String(entry.name)}</span>
            <strong className="ml-auto pl-3 font-semibold">{`${String(entry.value)}${unit === "" ? "" : ` ${unit}`}`}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
