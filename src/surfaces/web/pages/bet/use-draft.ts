// A draft that keeps itself: what is typed is kept when a field is left or after a pause, choices at once, and one toast takes the
// last change back. Typed text is never overwritten while somebody is in its field.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { ask, RefusedError, useDo } from '../../data/ask.ts';
import type { Measure } from '../../charts/outcome/measure.ts';
import { toasts } from '../../ui/toast-store.ts';
import { listed, type Bet, type Terms } from './bet-words.ts';
import { FIELD_NAMES, FIELDS, readDraft, textOf, wayBack, type Change, type DraftText, type FieldName } from './draft-text.ts';

const PAUSE_MS = 1_500;
const CHOICES: Readonly<Record<string, string>> = {
  problem: 'the problem', metric: 'the metric', direction: 'the direction', scale: 'how the effect is counted', guardrails: 'the guardrails', controls: 'the controls',
  design: 'how it is read', reviews: 'the reviews', primaryReview: 'the review that decides', alpha: 'the chance of a false verdict',
};

export interface Draft {
  readonly text: DraftText;
  readonly errors: Partial<Record<FieldName, string>>;
  /** What the server said no to, for choices and for what fits together badly. */
  readonly refusal: string | undefined;
  readonly saving: boolean;
  readonly type: (name: FieldName, value: string) => void;
  /** Keeps a choice at once. */
  readonly choose: (change: Change) => void;
  /** A field was left: keeps what is typed and says so. */
  readonly leave: () => void;
}

const focusedField = (): string | undefined => document.activeElement?.getAttribute('name') ?? document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'];

/** `measure` is how the effect is counted now. */
export function useDraft(bet: Bet, measure: Measure): Draft {
  const server = useMemo(() => textOf(bet.terms, measure), [bet.terms, measure]);
  const [text, setText] = useState<DraftText>(server);
  const [refusal, setRefusal] = useState<string>();
  const seen = useRef(server);
  const told = useRef<{ terms: Terms; toast: number | undefined }>({ terms: bet.terms, toast: undefined });
  const change = useDo('bet.change');
  const latest = useRef({ bet, measure, text });
  useLayoutEffect(() => { latest.current = { bet, measure, text }; });

  useEffect(() => {
    const before = seen.current;
    seen.current = server;
    const moved = FIELD_NAMES.filter((name) => server[name] !== before[name] && focusedField() !== name);
    if (moved.length > 0) setText((typed) => ({ ...typed, ...Object.fromEntries(moved.map((name) => [name, server[name]])) }));
  }, [server]);

  const { mutateAsync } = change;
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const tell = useCallback((now: Terms) => {
    const back = wayBack(told.current.terms, now);
    const { terms: before, toast } = told.current;
    if (back === undefined) return;
    if (toast !== undefined) toasts.dismiss(toast);
    told.current = { terms: now, toast: undefined };
    told.current.toast = toasts.show(`Kept ${namesOf(before, now)}`, () => { queue.current = queue.current.then(() => mutateAsync({ bet: latest.current.bet.id, ...back }).then(({ bet: kept }) => { told.current.terms = kept.terms; }, (error: Error) => toasts.show(error.message))); });
  }, [mutateAsync]);

  // One after the other, so that an answer never overtakes a later one.
  const keep = useCallback((change_: () => Change | undefined, say: boolean) => {
    queue.current = queue.current.then(async () => {
      const wanted = change_();
      if (wanted === undefined && !say) return;
      try {
        const terms = wanted === undefined ? latest.current.bet.terms : (await mutateAsync({ bet: latest.current.bet.id, ...wanted })).bet.terms;
        setRefusal(undefined);
        latest.current = { ...latest.current, bet: { ...latest.current.bet, terms } };
        if (say) tell(terms);
      } catch (error) {
        setRefusal(error instanceof RefusedError ? error.message : 'It could not be kept just now; your words are still here.');
      }
    });
  }, [mutateAsync, tell]);
  const typed = useCallback((): Change | undefined => readDraft(latest.current.bet.terms, latest.current.text, latest.current.measure).change, []);

  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const hide = (): void => { if (document.visibilityState === 'hidden') keep(typed, false); };
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      clearTimeout(pause.current);
      // The page is left: what was typed since goes along.
      const rest = typed();
      if (rest !== undefined) void ask('bet.change', { bet: latest.current.bet.id, ...rest }).catch(() => {});
    };
  }, [keep, typed]);

  return {
    text, refusal, saving: change.isPending, errors: readDraft(bet.terms, text, measure).errors,
    type: (name, value) => {
      latest.current = { ...latest.current, text: { ...latest.current.text, [name]: value } };
      setText((before) => ({ ...before, [name]: value }));
      clearTimeout(pause.current);
      pause.current = setTimeout(() => keep(typed, false), PAUSE_MS);
    },
    choose: (wanted) => keep(() => together(typed(), wanted), true),
    leave: () => keep(typed, true),
  };
}

/** A choice with what is typed meanwhile; what the choice empties is not kept by the way. */
function together(typed: Change | undefined, wanted: Change): Change {
  const clear = [...new Set([...(typed?.clear ?? []), ...(wanted.clear ?? [])])];
  const kept = Object.fromEntries(Object.entries(typed ?? {}).filter(([name]) => !wanted.clear?.some((one) => one === name)));
  return { ...kept, ...wanted, ...(clear.length > 0 ? { clear } : {}) };
}

function namesOf(before: Terms, now: Terms): string {
  const differs = (term: string): boolean => JSON.stringify(before[term as keyof Terms]) !== JSON.stringify(now[term as keyof Terms]);
  const fields = FIELD_NAMES.filter((name) => FIELDS[name].terms.some(differs)).map((name) => FIELDS[name].name);
  const all = [...Object.keys(CHOICES).filter(differs).map((name) => CHOICES[name]!), ...fields];
  return all.length > 3 ? `${all.slice(0, 2).join(', ')} and ${all.length - 2} more` : listed(all);
}
