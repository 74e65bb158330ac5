// Answers "what exactly was reviewed, and signed?" (ESC-9, ESC-115): the digest of the review's canonical form.
import { digestOf } from "../kernel/digest.ts";
import type { IncidentReviewContent } from "./schema.ts";

export function reviewDigest(escalation: string, content: IncidentReviewContent): string {
  return digestOf({ escalation, review: content });
}
