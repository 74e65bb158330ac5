// What has become of each model of the demo: every tier and status, every way a proposal can end, and some that wait
// for somebody today.
import { BINDING } from "./stories-by-board.ts";
import { ADVISED, LOW_TIER } from "./stories-by-rule-and-advice.ts";
import { POLICY_STORIES } from "./stories-of-policy.ts";
import { DESK } from "./stories-of-the-desk.ts";
import type { Story } from "./story.ts";

export const STORIES: readonly Story[] = [...LOW_TIER, ...ADVISED, ...BINDING, ...DESK, ...POLICY_STORIES];
