// Where the subject of an entry has a page; null when it has none.
import { paths } from "@/lib/client/paths";
import { type AuditEntry, parseEntryNumber } from "@/lib/governance/audit/schema";

export function subjectHref({ type, reference }: AuditEntry["subject"]): string | null {
  const number = type === "audit_entry" ? parseEntryNumber(reference) : null;
  if (number !== null) return paths.audit.entry(number);
  switch (/^([A-Z]{3})-[0-9A-Z]{8}$/u.exec(reference)?.[1]) {
    case "MDL":
      return paths.models.detail(reference);
    case "PRP":
      return paths.proposals.detail(reference);
    case "POL":
      return paths.policies.detail(reference);
    case "GRT":
      return paths.grants.detail(reference);
    case "CMP":
      return paths.components.detail(reference);
    case "PTF":
      return paths.portfolio.detail(reference);
    case "VNT":
      return paths.ventures.detail(reference);
    case "MBR":
      return paths.board.member(reference);
    case "CHR":
      return paths.charter();
    case "ESC":
      return paths.escalations.detail(reference);
    case "SIL":
      return paths.escalations.silences();
    case "IMP":
      return paths.models.importReport(reference);
    default:
      return type === "person" ? paths.people.detail(reference) : null;
  }
}
