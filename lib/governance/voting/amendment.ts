// Answers "does this amendment still amend the charter in force?" (BRD-9, VOT-131), and "what does it change?".
import { type CharterContent, formatCharterVersion } from "../board/charter.ts";
import { compareCharters } from "../board/charter-difference.ts";
import { toCharterSections } from "../board/charter-draft.ts";
import { digestOf } from "../kernel/digest.ts";
import type { AmendmentPayload } from "./kinds/charter-amendment.ts";
import type { AmendmentView } from "./proposal-view.ts";

type Charter = { readonly version: number; readonly content: CharterContent };

/** The code of why it can no longer be adopted; null when it can. */
export function amendmentOutdated(amendment: AmendmentPayload, inForce: Charter): "voting.amendment_outdated" | null {
  const isBase = inForce.version === amendment.baseVersion && digestOf(inForce.content) === amendment.baseDigest;
  return isBase ? null : "voting.amendment_outdated";
}

export function toAmendmentView(
  amendment: AmendmentPayload,
  charters: { readonly base: CharterContent; readonly inForce: Charter },
): AmendmentView {
  const { baseVersion, contentDigest, content } = amendment;
  return {
    baseVersion,
    baseLabel: formatCharterVersion(baseVersion),
    nextLabel: formatCharterVersion(baseVersion + 1),
    isBaseInForce: amendmentOutdated(amendment, charters.inForce) === null,
    contentDigest,
    differences: compareCharters(toCharterSections(charters.base), toCharterSections(content)),
  };
}
