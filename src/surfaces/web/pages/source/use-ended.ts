// Once what was going on has ended, everything on every page may have changed: it is asked again.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** `going` undefined while it is not known yet. */
export function useEnded(going: boolean | undefined): void {
  const queries = useQueryClient();
  const before = useRef(going);
  useEffect(() => {
    if (before.current === true && going === false) void queries.invalidateQueries();
    before.current = going;
  }, [going, queries]);
}
