"use client";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { EmptyState } from "@/components/ui/empty-state";
import { Instant } from "@/components/ui/instant";
import { type Column, Table } from "@/components/ui/table";
import { notify } from "@/components/ui/toast";
import type { ApiKey } from "@/lib/governance/identity/schema";
import { revokeKeyAction } from "../../actions";
import { sayScope } from "./scope-words";

function Scopes({ scopes }: { scopes: readonly string[] }) {
  const [first = "", ...rest] = scopes.map(sayScope);
  return (
    <span title={scopes.map(sayScope).join("\n")}>
      {first}
      {rest.length === 0 ? "" : ` and ${rest.length} more`}
    </span>
  );
}

function State({ apiKey }: { apiKey: ApiKey }) {
  if (apiKey.state === "revoked") return <span className="text-ink-muted">Revoked</span>;
  if (apiKey.state === "expired") return <span className="text-ink-muted">Expired</span>;
  return (
    <span>
      Ends <Instant at={apiKey.expiresAt} as="day" />
    </span>
  );
}

function Revoke({ apiKey }: { apiKey: ApiKey }) {
  const router = useRouter();
  const revoke = async () => {
    const answer = await revokeKeyAction({ keyId: apiKey.id });
    if (!answer.ok) return `${answer.problem.title}: ${answer.problem.detail}`;
    notify.done({ title: "Key revoked" });
    router.refresh();
  };
  return (
    <Confirm
      trigger={
        <Button size="small" tone="danger" aria-label={`Revoke the key ${apiKey.name}`}>
          Revoke…
        </Button>
      }
      title={`Revoke “${apiKey.name}”?`}
      consequence="Programs that use it are refused from now on. It cannot be brought back; make a new one instead."
      act="Revoke the key"
      danger
      onConfirm={revoke}
    />
  );
}

export function KeyTable({ keys, mayChange }: { keys: readonly ApiKey[]; mayChange: boolean }) {
  const columns: readonly Column<ApiKey>[] = [
    { key: "name", header: "Key", phone: "title", cell: (key) => key.name },
    {
      key: "id",
      header: "Begins with",
      phone: "line",
      from: "lg",
      cell: (key) => <code className="font-mono text-xs">{`gov_${key.publicId}_`}</code>,
    },
    { key: "scopes", header: "May", phone: "line", cell: (key) => <Scopes scopes={key.scopes} /> },
    {
      key: "used",
      header: "Last used",
      phone: "line",
      phoneLabel: "used",
      cell: (key) => (key.lastUsedAt === null ? "never" : <Instant at={key.lastUsedAt} />),
    },
    { key: "state", header: "State", phone: "line", cell: (key) => <State apiKey={key} /> },
    {
      key: "act",
      header: <span className="sr-only">Act</span>,
      phone: "end",
      align: "right",
      cell: (key) => (key.state === "active" && mayChange ? <Revoke apiKey={key} /> : null),
    },
  ];
  return (
    <Table
      label="Your API keys"
      columns={columns}
      rows={keys}
      rowKey={(key) => key.id}
      empty={
        <EmptyState title="You have no keys">
          Make one when a program should act for you: an export at night, a submission from a pipeline.
        </EmptyState>
      }
    />
  );
}
