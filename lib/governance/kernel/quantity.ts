// Answers "how is an integer said in its unit?" for settings: a ratio is kept in ten-thousandths, and no float is made of it.

export type Quantity = { readonly value: number; readonly unit: "ten_thousandths" | "hours" | "days" };

/** "66.67 %", "72 hours", "1 day" */
export function sayQuantity({ value, unit }: Quantity): string {
  if (unit !== "ten_thousandths") return `${value} ${value === 1 ? unit.slice(0, -1) : unit}`;
  const decimals = String(value % 100)
    .padStart(2, "0")
    .replace(/0+$/u, "");
  return `${Math.trunc(value / 100)}${decimals === "" ? "" : `.${decimals}`} %`;
}
