// What a silence holds, in words: every field that it names must agree.
import { sayCategory } from "@/components/governance/escalation-labels";
import { joinList } from "@/lib/format/words";
import type { SilenceMatcher } from "@/lib/governance/escalations/silence";

export function sayMatcher(matcher: SilenceMatcher, names: ReadonlyMap<string, string>): string {
  const { severity, category, venture, portfolio, model, source, titleContains } = matcher;
  const named = (reference: string) => names.get(reference) ?? reference;
  const what = severity === undefined ? "Anything but critical" : `Anything ${severity.join(" or ")}`;
  const about = [venture, portfolio, model].filter((each) => each !== undefined).map(named);
  return [
    what,
    ...(category === undefined ? [] : [`of ${joinList(category.map((each) => sayCategory(each).toLowerCase()))}`]),
    ...(about.length === 0 ? [] : [`about ${joinList(about)}`]),
    ...(source === undefined ? [] : [`from “${source}”`]),
    ...(titleContains === undefined ? [] : [`with “${titleContains}” in its title`]),
  ].join(" ");
}
