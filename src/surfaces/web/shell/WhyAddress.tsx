// Ties the open number to the address: `?why=open-items` opens it, back closes it, a link to it can be sent.
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, type ReactNode } from 'react';
import { WhyContext, type Why } from '../ui/why-context.ts';
import { createWhyStore } from '../ui/why-store.ts';

const store = createWhyStore();

export function WhyAddress({ children }: { readonly children: ReactNode }): ReactNode {
  const search: { readonly why?: unknown } = useSearch({ strict: false });
  const id = typeof search.why === 'string' && search.why !== '' ? search.why : undefined;
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => store.setOpen(id), [id]);
  const why = useMemo<Why>(() => {
    const go = (next: string | undefined, replace: boolean): void => {
      void navigate({ to: '.', search: (previous: Record<string, unknown>) => ({ ...previous, why: next }), replace, resetScroll: false });
    };
    return {
      store,
      // Walking from number to number is one step of the history, not ten.
      open: (next) => go(next, store.snapshot().openId !== undefined),
      close: () => go(undefined, true),
      hrefOf: (next) => {
        const here = router.state.location;
        const params = new URLSearchParams(here.searchStr);
        params.set('why', next);
        return `${here.pathname}?${params.toString()}`;
      },
    };
  }, [navigate, router]);
  return <WhyContext value={why}>{children}</WhyContext>;
}
