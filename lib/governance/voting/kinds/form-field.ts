// Answers "what does the form of a kind ask for?" in data: `/proposals/new` draws it, the kind's payload schema judges it.
// Browser-safe.
import type { ModelStatus } from "../../registry/schema.ts";

type Asked = {
  /** Name in the payload. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
  /** Shown, and sent, only while another field has that value. */
  readonly onlyWhen?: { readonly field: string; readonly value: string };
};

/**
 * `day`: a calendar day, `YYYY-MM-DD`. `lines`: a list, one a line. `model`, `person`, `component` and `policy`: the
 * reference (a person: the user id); `evenUnderVote`: also a model that another vote is open on. Some send more than one
 * value of the payload: `setting_change` sends `key`, `oldValue` and `newValue`; `trust_change` `subject`, `person` or
 * `component`, `from` and `to`; `component_change` `component`, `revision` and what changes; `policy_content` `change`,
 * `policy`, `baseVersion` and `content`.
 */
export type FormField = Asked &
  (
    | { readonly type: "text" | "long_text"; readonly most: number }
    | { readonly type: "whole_number"; readonly least: number; readonly most: number; readonly unit: string }
    | { readonly type: "day" }
    | { readonly type: "lines"; readonly most: number }
    | { readonly type: "choice"; readonly options: readonly { readonly value: string; readonly label: string }[] }
    | { readonly type: "model"; readonly statuses?: readonly ModelStatus[]; readonly evenUnderVote?: boolean }
    | { readonly type: "person" | "component" | "policy" | "setting_change" | "policy_content" }
    | { readonly type: "trust_change" | "component_change" }
  );
