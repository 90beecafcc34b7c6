// Words for work that takes longer than a second; what is quicker needs none.
import { useEffect, useState, type ReactNode } from 'react';

const SECOND_MS = 1_000;

export function Later({ children }: { readonly children: ReactNode }): ReactNode {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SECOND_MS);
    return () => clearTimeout(timer);
  }, []);
  return late ? children : null;
}
