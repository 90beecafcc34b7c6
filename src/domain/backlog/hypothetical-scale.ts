// R5: is work asked for because of load that nobody measured? It reads cues of imagined scale and any measured load given;
// it does not know the system and does not say that growth will not come.
import type { Finding } from './finding.ts';
import { judgeLoad, loadInText, type LoadRuling, type MeasuredLoad } from './hypothetical-scale-load.ts';
import type { Item } from './item.ts';
import type { AuditSettings } from './rule.ts';
import { cuedWordingOf, spansOf, type Cue, type CuedWording } from './wording-cues.ts';
import { featureByKind, saysBug, saysSecurity } from './wording-kind.ts';
import type { Words } from './wording.ts';

export const HYPOTHETICAL_SCALE_VERSION = 1;

export const HYPOTHETICAL_SCALE_DISPUTES = [
  { id: 'contract', sentence: 'A contract names the limit.' },
  { id: 'security', sentence: 'It is about security.' },
  { id: 'real_growth', sentence: 'The growth is real; here is the number.' },
] as const;

/**
 * R5. Fires on a cue of imagined scale when no measured load clears it. A load is handed in or read from the text
 * ("peak 420 rps, limit 1000 rps"). Bugs and security are exempt: they happened. Example: `Shard the orders table for millions of users`.
 */
export function hypotheticalScaleFinding(item: Item, settings: AuditSettings, load?: MeasuredLoad): Finding | undefined {
  if (saysBug(item) || saysSecurity(item)) return undefined;
  const wording = cuedWordingOf(item);
  if (!wording.english || exempt(wording) || (featureByKind(item) === 'unsaid' && wording.cues.some((cue) => cue.tag === 'bugword' && cue.field === 'title'))) return undefined;
  const cues = scaleCues(wording);
  if (cues.length === 0) return undefined;
  const measured = load ?? loadInText(`${wording.title.text}\n${wording.body.text}`);
  const ruling = judgeLoad(measured);
  if (ruling.clears) return undefined;
  const phrases = [...new Set(cues.map((cue) => cue.phrase))];
  const suppressionKey = `hypothetical_scale:${item.key}:${[...phrases].sort().join('+')}`;
  if (settings.suppressed.has(suppressionKey)) return undefined;
  const use = 'use' in ruling ? ruling.use : measured.peak !== undefined && measured.limit ? measured.peak / measured.limit : undefined;
  return {
    rule: 'hypothetical_scale', ruleVersion: HYPOTHETICAL_SCALE_VERSION, subject: item.key, spans: spansOf(cues),
    ...(use === undefined ? {} : { value: use, unit: 'share of the limit' }),
    grade: use === undefined ? 'missing' : 'declared',
    why: `Speaks of scale (${phrases.map((phrase) => `"${phrase}"`).join(', ')}). ${sentence(ruling, measured)} This does not say that growth will not come.`,
    whatWouldChangeIt: "Today's peak at half the limit or more, or 90 days of peaks that meet the limit within a year.",
    nextAction: "Ask for today's peak and where it breaks.",
    suppressionKey,
  };
}

function sentence(ruling: LoadRuling, load: MeasuredLoad): string {
  const unit = load.unit ? ` ${load.unit}` : '';
  if ('missing' in ruling) {
    if (ruling.missing === 'peak') return "No measured load linked. What is today's peak and where does it break?";
    if (ruling.missing === 'limit') return `Today's peak is given as ${load.peak}${unit}; where it breaks is not.`;
    return `Today's peak of ${load.peak}${unit} is ${percent(load.peak! / load.limit!)} of the limit of ${load.limit}${unit}, under half; no 90 days of peaks are linked.`;
  }
  const when = ruling.daysToLimit === Infinity || ruling.daysToLimit === undefined ? 'and its trend does not rise' : `and its trend meets the limit in about ${Math.round(ruling.daysToLimit / 30.4)} months`;
  return `Today's peak of ${load.peak}${unit} is ${percent('use' in ruling ? ruling.use : 0)} of the limit of ${load.limit}${unit}, ${when}.`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

const EXEMPT = /\b(?:contract(?:ual|ually)?|sla|security|vulnerabilit(?:y|ies)|ddos|denial of service)\b/i;
const PICTURE = /\b(?:image|images|icon|icons|font|fonts|svg|dpi|zoom|axis|axes|chart|charts|graph|map|colou?r|gr[ae]y|pixel|px|transform|animation|window|screen|retina|hidpi|texture|canvas|logarithmic|log|linear|likert|rating|factor|video|thumbnail|bitmap|render(?:ing|er)?|css|layout|temperature|time)\b/i;
const TIMES = /\b\d{2,7}x\b(?!\s?(?:\d|faster|slower|smaller|cheaper|zoom|speed|performance|perf|improvement|boost))/gi;
const LOAD = /\b(?:load|traffic|users|customers|tenants|volume|requests|scale|growth|grow|regions?|throughput|capacity|millions?|thousands)\b/i;

function exempt(wording: CuedWording): boolean {
  return EXEMPT.test(wording.title.text) || EXEMPT.test(wording.body.text);
}

/**
 * Strong cues count alone. A weak one (`scale`, `shard`, `microservice`) counts beside a wish in its sentence and not in talk of
 * pictures; `eventually` and `just in case` also need a word of load there.
 */
function scaleCues(wording: CuedWording): Cue[] {
  const cues = wording.cues.filter((cue) => cue.tag === 'scale');
  for (const words of [wording.title, wording.body]) {
    if (!/\dx/i.test(words.text)) continue;
    for (const hit of words.text.matchAll(TIMES)) {
      if (Number.parseInt(hit[0], 10) >= 10 && !PICTURE.test(words.text)) {
        cues.push({ tag: 'scale', field: words.field, start: hit.index, end: hit.index + hit[0].length, phrase: hit[0].toLowerCase(), at: -1 });
      }
    }
  }
  for (const cue of wording.cues) {
    if (cue.tag !== 'scale_weak' || cues.some((other) => other.field === cue.field && other.start <= cue.start && other.end >= cue.end)) continue;
    const words = cue.field === 'title' ? wording.title : wording.body;
    const sentenceOf = words.sentences[cue.at];
    const wished = wording.cues.some((other) => (other.tag === 'future' || other.tag === 'build') && other.field === cue.field && words.sentences[other.at] === sentenceOf);
    const vague = cue.phrase === 'eventually' || cue.phrase === 'just in case';
    if (vague && !LOAD.test(sentenceText(words, cue.at))) continue;
    if (wished && !(cue.phrase.startsWith('scal') && PICTURE.test(words.text))) cues.push(cue);
  }
  return cues;
}

function sentenceText(words: Words, at: number): string {
  const within = words.sentences[at];
  let from = at;
  let to = at;
  while (from > 0 && words.sentences[from - 1] === within) from--;
  while (to + 1 < words.sentences.length && words.sentences[to + 1] === within) to++;
  return words.text.slice(words.starts[from], words.ends[to]);
}
