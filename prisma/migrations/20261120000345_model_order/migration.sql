-- Lists by name and by text with 100,000 models. lower() is not leakproof, so under row-level security a comparison with it
-- cannot start in the middle of an index; a stored column of the same can.
ALTER TABLE models ADD COLUMN name_key text GENERATED ALWAYS AS (lower(name)) STORED;
DROP INDEX models_by_name;
CREATE INDEX models_organization_id_name_key_id_idx ON models (organization_id, name_key, id);

-- Always by the text index: reading every model costs seconds where the pattern is rare, and nobody knows beforehand.
CREATE OR REPLACE FUNCTION model_search(p_pattern text, p_limit int) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off SET enable_indexscan = off
AS $$
  SELECT m.id FROM models m
  WHERE m.organization_id = app_organization() AND lower(m.name || ' ' || m.description || ' ' || m.unit) LIKE p_pattern
  LIMIT p_limit
$$;
