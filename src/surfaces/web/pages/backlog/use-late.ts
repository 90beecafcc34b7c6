// Whether something has gone on for a while: what is quickly over is not worth a change of the page.
import { useEffect, useState } from 'react';

/** True once `on` has been true for `ms` milliseconds; false at once when it ends. */
export function useLate(on: boolean, ms: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) return undefined;
    const timer = setTimeout(() => setLate(true), ms);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [on, ms]);
  return late && on;
}
