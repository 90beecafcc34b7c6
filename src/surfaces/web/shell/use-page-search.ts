// Typed reading and writing of the address's search part, for one page. The page says how raw values become typed ones.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

export type RawSearch = Readonly<Record<string, unknown>>;

/**
 * `read` turns whatever the address holds into the page's own shape, with defaults for what is missing or strange; keep it outside the component.
 * The setter merges; a value of undefined leaves the address. `replace` (default) adds no step to the history, for typing and filters.
 */
export function usePageSearch<Search extends object>(read: (raw: RawSearch) => Search): [Search, (patch: Partial<Search>, options?: { readonly push?: boolean }) => void] {
  const raw: RawSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const search = useMemo(() => read(raw), [read, raw]);
  const set = useCallback((patch: Partial<Search>, options?: { readonly push?: boolean }) => {
    void navigate({ to: '.', search: (previous: RawSearch) => ({ ...previous, ...patch }), replace: options?.push !== true, resetScroll: false });
  }, [navigate]);
  return [search, set];
}
