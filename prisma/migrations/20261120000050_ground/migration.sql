-- The two functions on which every table default and policy stands.

-- The organisation of the running unit of work, null when none is set (after a commit the setting is an empty string).
CREATE FUNCTION app_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid $$;

-- The one clock. Read anew at each call, so that it can be read after a row lock is held, in milliseconds, as stored.
-- Only the owner role can write clock_override, and only tests do.
CREATE FUNCTION governance_now() RETURNS timestamptz LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
  override record;
BEGIN
  SELECT frozen_at, offset_milliseconds INTO override FROM clock_override WHERE id = 1;
  IF NOT FOUND THEN
    RETURN date_trunc('milliseconds', clock_timestamp());
  END IF;
  RETURN date_trunc('milliseconds', COALESCE(
    override.frozen_at, clock_timestamp() + make_interval(secs => override.offset_milliseconds / 1000.0)));
END $$;
