// Conflicts of interest in the demo: one declared, one alleged and dismissed, one that waits for the chair.

export type Conflict = {
  readonly member: string;
  readonly vendor: string;
  readonly reason: string;
  readonly hoursAgo: number;
  /** By another; left out, the member declared it. */
  readonly alleged?: { readonly by: string; readonly evidence: string };
  readonly answer?: string;
  readonly dismissed?: string;
};

export const CONFLICTS: readonly Conflict[] = [
  {
    member: "elena",
    vendor: "Fjordline Analytics",
    reason: "I advised them on their licence terms until 2024.",
    hoursAgo: 24 * 210,
  },
  {
    member: "priya",
    vendor: "Nordic Risk Data",
    reason: "Spoke twice at their client conference.",
    hoursAgo: 24 * 60,
    alleged: { by: "amara", evidence: "Programme of the conference, 2023 and 2025" },
    answer: "Both talks were unpaid, and my employer covered the travel. I have no other dealings with them.",
    dismissed: "Unpaid talks at an open conference are no interest in the vendor’s success.",
  },
  {
    member: "jonathan",
    vendor: "Klarsyn",
    reason: "His department negotiates the contract for the complaint classifier with them.",
    hoursAgo: 27,
    alleged: { by: "noor", evidence: "Minutes of the procurement meeting of last month, item 4" },
    answer:
      "My department is the buyer; I sit in the meeting and sign nothing. I leave it to the chair whether that is enough.",
  },
];
