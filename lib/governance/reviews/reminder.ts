// Answers "what is an owner told about models that are due?" (REV-101): one notice a day with the most overdue first.
import { toModelTitle } from "../registry/schema.ts";

export type DueModel = { readonly reference: string; readonly name: string; readonly version: string };

const NAMED = 10;

export function planReviewReminder(
  due: { readonly count: number; readonly models: readonly DueModel[] },
  day: string,
): { readonly title: string; readonly body: string; readonly sourceKey: string } {
  const named = due.models.slice(0, NAMED);
  const lines = named.map((model) => `${model.reference}: ${toModelTitle(model)}`);
  const rest = due.count - named.length;
  return {
    title: due.count === 1 ? "1 of your models is due for review" : `${due.count} of your models are due for review`,
    body: [...lines, ...(rest > 0 ? [`and ${rest} more`] : [])].join("\n"),
    sourceKey: `reviews.due:${day}`,
  };
}
