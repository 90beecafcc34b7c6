// R9: does a goal, key result or roadmap line name an output and no outcome? It reads one line;
// it does not know whether the output is worth having.
import type { Finding } from './finding.ts';
import type { AuditSettings } from './rule.ts';

export const OUTPUT_GOAL_VERSION = 1;

export const OUTPUT_GOAL_DISPUTES = [
  { id: 'regulatory', sentence: 'The law asks for exactly this.' },
  { id: 'enabling', sentence: 'It is a step that makes the outcome possible.' },
] as const;

const PREFIX = /^(?:\s|[-*\u2022>#]|\d{1,2}[.)]|(?:KR|O|Q|H|FY|Goal|Objective|Key result)\s?\d{0,4}(?:[\s/]\d{2,4})?\s?[:.)\u2013-]|(?:we will|we|to|will)\s)+/i;
const OUTPUT_VERB = /^(?:ship(?:s|ped|ping)?|launch(?:es|ed|ing)?|releas(?:e|es|ed|ing)|deliver(?:s|ed|ing)?|build(?:s|ing)?|built|implement(?:s|ed|ing)?|complet(?:e|es|ed|ing)|migrat(?:e|es|ed|ing))\b/i;
const NUMBER_WITH_UNIT =
  /(?:[$\u20ac\u00a3\u00a5]\s?\d)|(?<![\p{L}\d.])\d[\d.,]{0,12}\s?(?:k\s?|m\s?)?(?:%|percent|points?\b|pp\b|pt\b|ms\b|s\b|sec(?:onds?)?\b|min(?:utes?)?\b|h\b|hours?\b|days?\b|weeks?\b|users?\b|customers?\b|people\b|accounts?\b|teams\b|orders?\b|returns?\b|tickets?\b|calls?\b|sign-?ups?\b|subscribers?\b|sessions?\b|visits?\b|sales\b|(?:in )?revenue\b|arr\b|mrr\b|nps\b|usd\b|eur\b|gbp\b|dollars?\b|euros?\b|kg\b|tons?\b|complaints?\b|errors?\b|incidents?\b)/iu;
const DEADLINE = /\b(?:in|within|over|after|next|by|every)\s(?:the\s(?:next\s)?)?\d{1,4}\s?(?:h|hours?|days?|weeks?|months?)\b/gi;
const FROM_TO = /\bfrom\s[^,;]{0,40}?\d[^,;]{0,40}?\sto\s[^,;]{0,20}?\d/i;
const USER_NOUN = '(?:users?|customers?|people|shoppers?|buyers?|sellers?|merchants?|retailers?|readers?|visitors?|subscribers?|patients?|students?|teachers?|members?|guests?|teams?|managers?|agents?|drivers?|nurses?|clerks?|staff|anyone|everybody)';
const USER_VERB = new RegExp(
  String.raw`\b${USER_NOUN}\s(?:(?:who|that|can|could|will|may|to|are|able|now|again|actually|themselves|no longer|stop|start|keep)\s){0,4}(?:find|return|buy|book|sign|pay|choose|keep|stop|start|renew|invite|upgrade|switch|finish|come|stay|trust|recommend|solve|understand|see|use|spend|save|get|do|need|ask|call|wait|leave|read|write|learn|reach|order|send|share|know|work|complete|cancel|notice|handle|track|answer|open|try|adopt|self-serve|resolve)(?:s|es|ed|ing)?\b`,
  'i',
);
const REQUIRED_BY_LAW = /\b(?:gdpr|hipaa|sox|pci(?:-dss)?|psd2|dora|ccpa|regulat(?:or|ory|ion|ions)|compliance|by law|legally|statutory|audit requirement|accessibility act)\b/i;

/** The line without bullet, number and `KR1:`; and where it starts in the original, in UTF-16 units. */
function withoutPrefix(line: string): { readonly text: string; readonly start: number } {
  const start = PREFIX.exec(line)?.[0].length ?? 0;
  return { text: line.slice(start), start };
}

/**
 * R9. The line opens with ship, launch, release, deliver, build, implement, complete or migrate, and has no number with a unit,
 * no from-to and no user verb. Lines that the law asks for are left alone. Example: `Launch the new returns portal`.
 */
export function outputGoalFinding(line: string, settings: AuditSettings, subject = 'goal'): Finding | undefined {
  const cut = line.slice(0, 600);
  const { text, start } = withoutPrefix(cut);
  const verb = OUTPUT_VERB.exec(text);
  if (!verb || NUMBER_WITH_UNIT.test(text.replace(DEADLINE, ' ')) || FROM_TO.test(text) || USER_VERB.test(text) || REQUIRED_BY_LAW.test(text)) return undefined;
  const suppressionKey = `output_goal:${text.toLowerCase().replace(/\s+/g, ' ').trim()}`;
  if (settings.suppressed.has(suppressionKey)) return undefined;
  return {
    rule: 'output_goal', ruleVersion: OUTPUT_GOAL_VERSION, subject,
    spans: [{ field: 'goal', start, end: start + verb[0].length }], grade: 'estimated',
    why: `Opens with "${verb[0].toLowerCase()}" and names no number with a unit, no from-to and nothing that users would do. It reads as an output. This does not say that it is not worth doing.`,
    whatWouldChangeIt: 'A metric with a number and a unit, a from-to, or what users would do differently.',
    nextAction: 'Ask: what would users do differently?',
    suppressionKey,
  };
}
