-- Home shows everybody what is in their hands, without reading what is in everybody else's.
CREATE INDEX escalations_by_assignee ON escalations (organization_id, assignee_user_id, (5 - severity), respond_by, id)
  WHERE status <> 'resolved' AND assignee_user_id IS NOT NULL;
