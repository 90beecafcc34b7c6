// "Not so, because …": the reasons a rule knows, and what each of them needs. Writes nothing itself.
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { InputOf, OutputOf } from '../../../contract/index.ts';
import { addDays } from '../../../domain/kernel/instant.ts';
import { useAsk } from '../data/ask.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Key } from '../ui/Key.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { AskError } from './AskError.tsx';
import { TargetPicker, type Target } from './TargetPicker.tsx';

type Reason = OutputOf<'finding.get'>['reasons'][number];
export type DisputeInput = InputOf<'finding.dispute'>;

interface Detail {
  readonly text: string;
  readonly target?: Target | undefined;
}

export interface DisputeDialogProps {
  readonly finding: string;
  readonly today: string;
  /** `words` is the answer as a list shows it: `It waits on somebody outside.` */
  readonly onAnswer: (input: DisputeInput, words: string) => void;
  readonly onClose: () => void;
}

const FIELD: Readonly<Record<Exclude<Reason['needs'], 'nothing' | 'link'>, string>> = { day: 'Which day?', words: 'What is one piece of evidence?', number: 'Which number?', noun: 'Which word?' };

export function DisputeDialog({ finding, today, onAnswer, onClose }: DisputeDialogProps): ReactNode {
  const asked = useAsk('finding.get', { finding });
  const [code, setCode] = useState<string>();
  const [detail, setDetail] = useState<Detail>({ text: '' });
  const reasons = asked.data?.reasons ?? [];
  const reason = reasons.find((one) => one.code === code);
  const input = reason && inputOf(finding, reason, detail);
  const answer = (): void => { if (input !== undefined && reason !== undefined) onAnswer(input, reason.label); };
  const byNumber = (event: KeyboardEvent): void => {
    const at = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
    const typing = event.target instanceof HTMLElement && event.target.closest('textarea, input:not([type="radio"])') !== null;
    if (typing || reasons[at] === undefined) return;
    event.preventDefault();
    setCode(reasons[at].code);
    setDetail({ text: '' });
    event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="radio"]')[at]?.focus();
  };
  return (
    <Dialog open onClose={onClose} dismissable={false} title="Not so, because …"
      foot={<><Button kind="primary" disabled={input === undefined} onPress={answer}>Keep the reason</Button><Button kind="link" onPress={onClose}>Back to the list</Button></>}>
      {asked.isError && <AskError error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data === undefined && !asked.isError && <Skeleton shape="lines" words="Reading the reasons" />}
      {asked.data !== undefined && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- numbers choose a reason while nothing is typed; each reason is a radio of its own
        <form className="stack" onSubmit={(event) => { event.preventDefault(); answer(); }} onKeyDown={byNumber}>
          <p className="muted">{asked.data.finding.why}</p>
          <fieldset className="reasons">
            <legend className="hidden-words">Reason</legend>
            {reasons.map((one, at) => (
              <label key={one.code} className="reason">
                <input type="radio" name="reason" value={one.code} checked={one.code === code} autoFocus={at === 0} onChange={() => { setCode(one.code); setDetail({ text: '' }); }} />
                <span>{one.label}</span>{at < 9 && <Key keys={String(at + 1)} />}
              </label>
            ))}
          </fieldset>
          {reason !== undefined && <DetailField key={reason.code} reason={reason} detail={detail} today={today} onDetail={setDetail} />}
          <button type="submit" hidden aria-label="Keep the reason" />
        </form>
      )}
    </Dialog>
  );
}

function DetailField({ reason, detail, today, onDetail }: { readonly reason: Reason; readonly detail: Detail; readonly today: string; readonly onDetail: (detail: Detail) => void }): ReactNode {
  const text = (value: string): void => onDetail({ text: value });
  switch (reason.needs) {
    case 'nothing': return <TextField label="In your words" optional value={detail.text} onChange={text} multiline maxLength={1000} />;
    case 'day': return <DateField label={reason.asks ?? FIELD.day} value={detail.text} onChange={text} {...(reason.code === 'parked' ? { min: addDays(today, 1) } : { max: today })} />;
    case 'link': return detail.target === undefined
      ? <TargetPicker onChoose={(target) => onDetail({ text: '', target })} />
      : <p><b>{detail.target.key}</b> {detail.target.title} <Button kind="link" small onPress={() => onDetail({ text: '' })}>Choose another</Button></p>;
    case 'number': return <TextField label={reason.asks ?? FIELD.number} value={detail.text} onChange={text} short inputMode="decimal" {...(detail.text !== '' && !isNumber(detail.text) ? { error: 'A number is needed here, such as 40.' } : {})} />;
    case 'noun': return <TextField label={reason.asks ?? FIELD.noun} value={detail.text} onChange={text} short maxLength={60} />;
    case 'words': return <TextField label={reason.asks ?? FIELD.words} value={detail.text} onChange={text} multiline maxLength={1000} />;
  }
}

const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text.trim());

/** Undefined while what the reason needs is missing. */
function inputOf(finding: string, { code, needs }: Reason, { text, target }: Detail): DisputeInput | undefined {
  const given = text.trim();
  const base = { finding, verdict: 'wrong' as const, reason: code };
  if (needs === 'nothing') return { ...base, ...(given === '' ? {} : { words: given }) };
  if (needs === 'link') return target === undefined ? undefined : { ...base, [target.kind]: target.id };
  if (given === '' || (needs === 'number' && !isNumber(given))) return undefined;
  if (needs === 'number') return { ...base, number: Number(given) };
  if (needs === 'day') return { ...base, until: given };
  return needs === 'noun' ? { ...base, noun: given } : { ...base, words: given };
}
