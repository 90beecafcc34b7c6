// A finding as it is told: with its item, its answer, and the reasons it can be disputed for. Knows no state change.
import type { OutputOf } from '../contract/index.ts';
import { DISPUTE_REASONS, type DisputeEffect } from '../domain/backlog/dispute-reasons.ts';
import type { RuleName } from '../domain/backlog/finding.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import { excerptOf } from '../domain/backlog/finding-excerpt.ts';
import type { DisputeRow } from '../store/dispute.ts';
import type { FindingRow } from '../store/finding.ts';
import type { ItemRow } from '../store/item-list.ts';
import { briefOf, untouchedDays } from './item-shown.ts';
import { RULE_WORDS } from './rule-words.ts';

export type ShownFinding = OutputOf<'finding.get'>['finding'];
export type Needs = OutputOf<'finding.get'>['reasons'][number]['needs'];

export function shownFinding(row: FindingRow, item: ItemRow | undefined, answer: DisputeRow | undefined, end: Instant, body?: string): ShownFinding {
  const { detail } = row;
  return {
    id: row.id, rule: row.rule,
    item: item && { ...briefOf(item), untouchedDays: untouchedDays(item, end), origin: item.origin ?? undefined },
    why: detail.why, value: detail.value, unit: detail.unit, interval: detail.interval === undefined ? undefined : [detail.interval[0], detail.interval[1]], n: detail.n,
    grade: detail.grade, spans: detail.spans.map((span) => ({ ...span })), quotes: item === undefined ? [] : quotesOf(row, item),
    excerpt: shownExcerpt(body, detail.spans.filter(({ field }) => field === 'body')),
    whatWouldChangeIt: detail.whatWouldChangeIt, nextAction: detail.nextAction, notClaimed: RULE_WORDS[row.rule].notClaimed, state: row.state,
    dispute: answer && { verdict: answer.verdict, reason: answer.reason ?? undefined, label: DISPUTE_REASONS[row.rule].find(({ id }) => id === answer.reason)?.sentence, words: answer.words ?? undefined, until: answer.until_on ?? undefined, at: answer.created_at },
  };
}

function shownExcerpt(body: string | undefined, spans: Parameters<typeof excerptOf>[1]): ShownFinding['excerpt'] {
  const excerpt = body === undefined ? undefined : excerptOf(body, spans);
  return excerpt && { text: excerpt.text, spans: excerpt.spans.map((span) => ({ ...span })) };
}

/** The words of the title that caused it; spans of the body are shown where the body is. */
function quotesOf(row: FindingRow, item: ItemRow): string[] {
  return [...new Set(row.detail.spans.flatMap(({ field, start, end }) => (field === 'title' && end <= item.title.length ? [item.title.slice(start, end)] : [])))];
}

const NEEDS: Readonly<Record<DisputeEffect, Needs>> = {
  wake_on: 'day', exclude_import: 'day', touch: 'words', allow_noun: 'noun', link: 'link', add_number: 'number', declare_ktlo: 'nothing', revisit_goal: 'nothing',
};
export const NEEDS_WORDS: Readonly<Record<Exclude<Needs, 'nothing'>, string>> = {
  day: 'a day', words: 'one piece of evidence in words', link: 'a problem or a bet', number: 'a number', noun: 'the word',
};

export function needsOf(effect: DisputeEffect | undefined): Needs {
  return effect === undefined ? 'nothing' : NEEDS[effect];
}

export function reasonsOf(rule: RuleName): { code: string; label: string; needs: Needs; asks?: string | undefined }[] {
  return DISPUTE_REASONS[rule].map(({ id, sentence, effect, asks }) => ({ code: id, label: sentence, needs: needsOf(effect), asks }));
}
