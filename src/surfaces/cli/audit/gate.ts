// `--gate`: the share of open items that may carry a finding before a script is told to stop. Decides the exit code only.
import type { AuditReport } from '../../../contract/audit-report.ts';
import { RULE_WORDS, type RuleName } from '../../report/rule-words.ts';
import { Stopped } from '../door.ts';
import { ruleNamed } from './flags.ts';

export interface Gate {
  /** Absent: any finding counts. */
  readonly rule?: RuleName;
  /** 0-1; more than this is too much. */
  readonly most: number;
}

/** `0.2`, `20%`, `dinosaur=0.1`, or several with commas. */
export function gatesOf(typed: readonly string[]): Gate[] {
  return typed.flatMap((text) => text.split(',')).map((text) => {
    const [name, share] = text.includes('=') ? text.split('=', 2) : [undefined, text];
    const number = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*(%?)\s*$/.exec(share ?? '');
    const most = number === null ? NaN : Number(number[1]) / (number[2] === '%' ? 100 : 1);
    if (!(most >= 0 && most <= 1)) throw new Stopped(2, `--gate takes a share such as 0.2 or 20%, or dinosaur=10% for one rule; not “${text}”.`);
    return name === undefined ? { most } : { rule: ruleNamed(name), most };
  });
}

const NOT_OF_ITEMS: ReadonlySet<RuleName> = new Set(['output_goal', 'signoff', 'velocity']);

const percent = (share: number): string => `${(share * 100).toLocaleString('en', { maximumFractionDigits: 2 })}%`;

/**
 * One sentence for each gate that was passed over; empty when all hold. With nothing open every gate on items holds. A rule about the
 * goal or the whole tracker has no share of items: it exceeds any gate when it raises something.
 */
export function exceeded(gates: readonly Gate[], { summary }: Pick<AuditReport, 'summary'>): string[] {
  return gates.flatMap(({ rule, most }) => {
    if (rule !== undefined && NOT_OF_ITEMS.has(rule)) return summary.byRule[rule].count > 0 ? [`“${RULE_WORDS[rule].title}” was raised; it is not about items, so any gate on it means none.`] : [];
    const flagged = rule === undefined ? (summary.open === 0 ? 0 : summary.flagged / summary.open) : summary.byRule[rule].share;
    if (flagged <= most) return [];
    const what = rule === undefined ? 'carry a finding' : `carry “${RULE_WORDS[rule].title}”`;
    return [`${percent(flagged)} of the open items ${what}; the gate is ${percent(most)}.`];
  });
}
