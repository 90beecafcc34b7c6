// Velocity worship: do the PM's own texts speak of speed and output more than of outcomes? The weakest rule; off by default.
// Reads only texts whose author is named as the PM, keeps counts and no text.
import type { Finding } from './finding.ts';
import type { Item, Person } from './item.ts';
import type { AuditSettings } from './rule.ts';
import type { Comment } from './item.ts';

export const VELOCITY_VERSION = 1;
const MIN_TEXTS = 8;
const SPEED = /\b(?:velocity|(?:story )?points|burn-?(?:down|up)|throughput|features? shipped|items? (?:closed|completed)|tickets? (?:closed|completed))\b/gi;
const OUTCOME = /\b(?:adoption|retention|conversion|churn|activation|nps|csat|revenue|error rate|resolution time|time to \w+|support (?:tickets|contacts)|usage)\b[^.\n]{0,60}\d|\d[\d.,]*\s?%\s?of (?:users|customers|\w+ers)\b|["\u201c][^"\u201d\n]{12,}["\u201d]\s?(?:[-\u2013\u2014,(]|said)|\b(?:customer|user)s? (?:said|told|wrote|asked)\b|\b(?:we (?:bet|expected)|the bet|hypothesis|experiment) [^.\n]{0,60}\b(?:won|lost|held|failed|showed|moved)\b/gi;

/** Mentions of speed or output, and of outcomes (a metric with a number, a customer's words, a bet's result), in one text. */
export function countVelocity(text: string): { readonly speed: number; readonly outcome: number } {
  const cut = text.slice(0, 20_000);
  return { speed: cut.match(SPEED)?.length ?? 0, outcome: cut.match(OUTCOME)?.length ?? 0 };
}

export interface VelocityAnswer {
  readonly texts: number;
  readonly speed: number;
  readonly outcome: number;
  readonly finding?: Finding;
  readonly cannotTell?: { readonly reason: string; readonly settledBy: string };
}

export interface VelocityWatch {
  add(item: Item): void;
  addComment(comment: Comment): void;
  finish(): VelocityAnswer;
}

/** Watches texts by `settings.approvers`. A finding needs 8 texts and more mentions of speed than of outcomes. */
export function startVelocity(settings: AuditSettings): VelocityWatch {
  const authors = new Set(settings.approvers.map((name) => name.toLowerCase()));
  let texts = 0;
  let speed = 0;
  let outcome = 0;
  const read = (author: Person | undefined, text: string | undefined): void => {
    if (text === undefined || author === undefined) return;
    if (!authors.has(author.id.toLowerCase()) && (author.name === undefined || !authors.has(author.name.toLowerCase()))) return;
    const counts = countVelocity(text);
    texts++;
    speed += counts.speed;
    outcome += counts.outcome;
  };
  return {
    add(item) {
      read(item.author, item.body);
      for (const comment of item.comments) read(comment.author, comment.text);
    },
    addComment(comment) {
      read(comment.author, comment.text);
    },
    finish() {
      const counts = { texts, speed, outcome };
      if (texts < MIN_TEXTS) {
        return { ...counts, cannotTell: { reason: `${texts} texts are yours; ${MIN_TEXTS} are needed.`, settledBy: 'naming yourself as the source writes you, and more updates' } };
      }
      if (speed <= outcome) return counts;
      return {
        ...counts,
        finding: {
          rule: 'velocity', ruleVersion: VELOCITY_VERSION, subject: 'updates', spans: [], value: speed, unit: 'mentions', n: texts, grade: 'estimated',
          why: `Your ${texts} texts mention speed or output ${speed} ${speed === 1 ? 'time' : 'times'} and outcomes ${outcome} ${outcome === 1 ? 'time' : 'times'}. Counted by words, so read a few before believing it.`,
          whatWouldChangeIt: 'Updates that name a metric with a number, a customer\u2019s words or what a bet showed.',
          nextAction: 'Open the next update with what changed for users.',
          suppressionKey: 'velocity|updates',
        },
      };
    },
  };
}
