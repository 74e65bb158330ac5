-- The audit log's own machinery (AUD-1 to AUD-5): one function appends, nothing changes what was appended.
-- A node (level, index) is the root of the perfect subtree over the leaves [index * 2^level, (index + 1) * 2^level);
-- level 0 is audit_entries.leaf_hash. A head's frontier holds the perfect subtrees of the whole tree, largest first.

-- Appends entries in one round trip: [{ "text": canonical JSON of the leaf, "personal": object or null, "salt": hex or null }].
-- Organisation: from the setting, never from an argument. Columns: from the leaf, so that a list cannot say what the leaf
-- does not. The head's row lock is taken here, last in the house's lock order, and held until the transaction ends.
CREATE FUNCTION public.audit_append(entries jsonb, OUT first_number bigint, OUT last_number bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  org CONSTANT uuid := NULLIF(current_setting('app.organization_id', true), '')::uuid;
  hashes bytea[];
  added integer;
  inserted integer;
  start bigint;
  frontier_now bytea[];
  depth integer;
  leaf_hash bytea;
  place bigint;
  height integer;
  nodes integer := 0;
  node_levels integer[] := '{}';
  node_indexes bigint[] := '{}';
  node_hashes bytea[] := '{}';
BEGIN
  IF org IS NULL THEN
    RAISE EXCEPTION 'audit_append: app.organization_id is not set' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF jsonb_typeof(entries) IS DISTINCT FROM 'array' OR jsonb_array_length(entries) = 0 THEN
    RAISE EXCEPTION 'audit_append: expected a non-empty array of entries' USING ERRCODE = 'invalid_parameter_value';
  END IF;

  -- Hashing needs no lock, so it comes before it.
  SELECT array_agg(sha256('\x00'::bytea || convert_to(e.entry ->> 'text', 'UTF8')) ORDER BY e.place) INTO hashes
    FROM jsonb_array_elements(entries) WITH ORDINALITY AS e(entry, place);
  added := cardinality(hashes);

  SELECT h.size, h.frontier INTO start, frontier_now
    FROM public.audit_heads h WHERE h.organization_id = org FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO public.audit_heads (organization_id, size, frontier) VALUES (org, 0, '{}') ON CONFLICT DO NOTHING;
    SELECT h.size, h.frontier INTO STRICT start, frontier_now
      FROM public.audit_heads h WHERE h.organization_id = org FOR UPDATE;
  END IF;

  -- OFFSET 0 keeps the leaf parsed once. A leaf of another organisation (or no leaf at all) is not inserted, hence counted.
  INSERT INTO public.audit_entries (organization_id, number, leaf, leaf_hash, entry_id, action, actor_kind, actor_id,
                                    subject_type, subject_reference, outcome, request_id, occurred_at, personal, personal_salt)
  SELECT org, start + e.place, e.entry ->> 'text', e.hash, (e.leaf ->> 'entryId')::uuid, e.leaf ->> 'action',
         e.leaf #>> '{actor,kind}', (e.leaf #>> '{actor,id}')::uuid, e.leaf #>> '{subject,type}',
         e.leaf #>> '{subject,reference}', e.leaf ->> 'outcome', e.leaf ->> 'requestId',
         (e.leaf ->> 'occurredAt')::timestamptz, NULLIF(e.entry -> 'personal', 'null'::jsonb),
         decode(e.entry ->> 'salt', 'hex')
    FROM (SELECT x.entry, x.hash, x.place, (x.entry ->> 'text')::jsonb AS leaf
            FROM ROWS FROM (jsonb_array_elements(entries), unnest(hashes)) WITH ORDINALITY AS x(entry, hash, place)
          OFFSET 0) AS e
   WHERE e.leaf ->> 'organization' = org::text;
  GET DIAGNOSTICS inserted = ROW_COUNT;
  IF inserted <> added THEN
    RAISE EXCEPTION 'audit_append: every leaf must name the organisation it is appended to'
      USING ERRCODE = 'insufficient_privilege';
  END IF;

  depth := cardinality(frontier_now);
  FOR i IN 1..added LOOP
    leaf_hash := hashes[i];
    place := start + i - 1;
    height := 0;
    WHILE place & 1 = 1 LOOP
      leaf_hash := sha256('\x01'::bytea || frontier_now[depth] || leaf_hash);
      depth := depth - 1;
      height := height + 1;
      place := place >> 1;
      nodes := nodes + 1;
      node_levels[nodes] := height;
      node_indexes[nodes] := place;
      node_hashes[nodes] := leaf_hash;
    END LOOP;
    depth := depth + 1;
    frontier_now[depth] := leaf_hash;
  END LOOP;

  IF nodes > 0 THEN
    INSERT INTO public.audit_nodes (organization_id, level, index, hash)
    SELECT org, n.level, n.index, n.hash FROM unnest(node_levels, node_indexes, node_hashes) AS n(level, index, hash);
  END IF;
  UPDATE public.audit_heads SET size = start + added, frontier = frontier_now[1:depth] WHERE organization_id = org;

  first_number := start + 1;
  last_number := start + added;
END
$$;

-- The RFC 6962 root of the first tree_size entries, folded from at most 63 stored subtrees. Fails on a missing one.
CREATE FUNCTION public.audit_root(tree_size bigint) RETURNS bytea
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  org CONSTANT uuid := NULLIF(current_setting('app.organization_id', true), '')::uuid;
  root bytea := NULL;
  subtree bytea;
  place bigint;
BEGIN
  IF tree_size IS NULL OR tree_size < 0 THEN
    RAISE EXCEPTION 'audit_root: a size is 0 or more' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  FOR height IN 0..61 LOOP
    CONTINUE WHEN (tree_size >> height) & 1 = 0;
    place := (tree_size >> (height + 1)) << 1;
    IF height = 0 THEN
      SELECT e.leaf_hash INTO subtree FROM public.audit_entries e
       WHERE e.organization_id = org AND e.number = place + 1;
    ELSE
      SELECT n.hash INTO subtree FROM public.audit_nodes n
       WHERE n.organization_id = org AND n.level = height AND n.index = place;
    END IF;
    IF subtree IS NULL THEN
      RAISE EXCEPTION 'audit_root: the log has no state of % entries', tree_size USING ERRCODE = 'no_data_found';
    END IF;
    root := CASE WHEN root IS NULL THEN subtree ELSE sha256('\x01'::bytea || subtree || root) END;
  END LOOP;
  RETURN COALESCE(root, sha256(''::bytea));
END
$$;

-- Keeps a signed note whose origin, size and root are those of this log. Answers whether it is new. The signature is
-- made and judged outside: the database holds no key.
CREATE FUNCTION public.audit_save_checkpoint(note text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  org CONSTANT uuid := NULLIF(current_setting('app.organization_id', true), '')::uuid;
  tree_size bigint;
BEGIN
  IF org IS NULL OR split_part(note, E'\n', 1) IS DISTINCT FROM 'gavel/' || org::text THEN
    RAISE EXCEPTION 'audit_save_checkpoint: the origin is not this organisation''s log'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  tree_size := split_part(note, E'\n', 2)::bigint;
  IF split_part(note, E'\n', 3) IS DISTINCT FROM encode(public.audit_root(tree_size), 'base64') THEN
    RAISE EXCEPTION 'audit_save_checkpoint: the root is not that of % entries', tree_size
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO public.audit_checkpoints (organization_id, size, body, created_at)
  VALUES (org, tree_size, note, public.governance_now()) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END
$$;

-- Erases the personal data of one entry (AUD-5); the commitment in the leaf stays and every proof with it.
-- Answers whether there was something to erase.
CREATE FUNCTION public.audit_erase_personal(entry_number bigint) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.audit_entries SET personal = NULL, personal_salt = NULL
   WHERE organization_id = NULLIF(current_setting('app.organization_id', true), '')::uuid
     AND number = entry_number AND (personal IS NOT NULL OR personal_salt IS NOT NULL);
  RETURN FOUND;
END
$$;

-- Nobody changes the log, the owner included. ALWAYS: session_replication_role is no off switch.
CREATE FUNCTION public.audit_refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE FUNCTION public.audit_only_erase() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.personal IS NULL AND NEW.personal_salt IS NULL
     AND (to_jsonb(NEW) - 'personal' - 'personal_salt') = (to_jsonb(OLD) - 'personal' - 'personal_salt') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The audit log is append-only: only personal data can be erased from an entry'
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE FUNCTION public.audit_only_grow() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.organization_id = OLD.organization_id AND NEW.size > OLD.size THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The audit log is append-only: its head only grows' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_entries_only_erase BEFORE UPDATE ON public.audit_entries
  FOR EACH ROW EXECUTE FUNCTION public.audit_only_erase();
CREATE TRIGGER audit_heads_only_grow BEFORE UPDATE ON public.audit_heads
  FOR EACH ROW EXECUTE FUNCTION public.audit_only_grow();
ALTER TABLE public.audit_entries ENABLE ALWAYS TRIGGER audit_entries_only_erase;
ALTER TABLE public.audit_heads ENABLE ALWAYS TRIGGER audit_heads_only_grow;

DO $$
DECLARE
  audit_table text;
BEGIN
  FOREACH audit_table IN ARRAY ARRAY['audit_heads', 'audit_entries', 'audit_nodes', 'audit_checkpoints'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE OR TRUNCATE ON public.%I
                    FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse_change()', audit_table || '_no_removal', audit_table);
    EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER %I', audit_table, audit_table || '_no_removal');
    IF audit_table IN ('audit_nodes', 'audit_checkpoints') THEN
      EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON public.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse_change()', audit_table || '_no_change', audit_table);
      EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER %I', audit_table, audit_table || '_no_change');
    END IF;
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC, gavel_app', audit_table);
    EXECUTE format('GRANT SELECT ON public.%I TO gavel_app', audit_table);
  END LOOP;
END
$$;

REVOKE ALL ON FUNCTION public.audit_append(jsonb), public.audit_root(bigint), public.audit_save_checkpoint(text),
  public.audit_erase_personal(bigint), public.audit_refuse_change(), public.audit_only_erase(), public.audit_only_grow()
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.audit_append(jsonb), public.audit_root(bigint), public.audit_save_checkpoint(text),
  public.audit_erase_personal(bigint) TO gavel_app;
