import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { getAccount } from "@/lib/governance/identity/operations/get-account";
import { pageQuery } from "@/lib/server/page-query";
import { PasswordForm } from "./_components/password-form";
import { ProfileForm } from "./_components/profile-form";
import { SessionList } from "./_components/session-list";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const account = await pageQuery(getAccount, {});
  return (
    <>
      <PageHeader title="Your account" state={account.email} />
      <ProfileForm account={account} />
      <Section title="Password" className="max-w-160">
        {account.hasPassword ? (
          <PasswordForm email={account.email} />
        ) : (
          <p className="max-w-read text-ink-muted">
            This account has no password: you sign in another way. An admin can give you a link to set one.
          </p>
        )}
      </Section>
      <SessionList sessions={account.sessions} />
    </>
  );
}
