-- A person's row stands above organisations (ORG-1): one of them may write name and password of its own members, and
-- nothing that says who the person is.
REVOKE UPDATE ON users FROM gavel_app;
GRANT UPDATE (name, password_hash) ON users TO gavel_app;
ALTER POLICY fellow_members ON users
  WITH CHECK (EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = users.id AND m.organization_id = app_organization()));
