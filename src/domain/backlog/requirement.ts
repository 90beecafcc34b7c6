// R4: does the wording prescribe a solution before anybody wrote down a problem? It scores the words and nothing else:
// it does not know whether the idea is good, and never rewrites or blocks an item.
import type { Finding, Span } from './finding.ts';
import type { Item } from './item.ts';
import { namesAmount, namesSource } from './requirement-evidence.ts';
import { startsWithBuildVerb } from './requirement-verb.ts';
import type { AuditSettings } from './rule.ts';
import { cuedWordingOf, spansOf, type Cue, type CuedWording } from './wording-cues.ts';
import { featureByKind } from './wording-kind.ts';
import { singular } from './wording-lexicon.ts';
import { namesSomebody, overlap, STORY_LINTS, storyIn, storyLints, type Story, type StoryLint } from './wording-story.ts';

export const REQUIREMENT_VERSION = 1;

/** What to ask instead of what to build; shown beside every finding of this rule. */
export const REQUIREMENT_QUESTIONS = [
  { id: 'who', question: 'Who is stuck, and what are they trying to do?' },
  { id: 'cost', question: 'How often does it happen, and what does it cost them?' },
  { id: 'else', question: 'What else could solve it?' },
] as const;

/** Reasons a person may give against a finding of this rule. */
export const REQUIREMENT_DISPUTES = [
  { id: 'problem_in_parent', sentence: 'The problem is in the parent.' },
  { id: 'task', sentence: 'It is a task on purpose.' },
  { id: 'domain_word', sentence: 'It is a word of our domain.' },
] as const;

/** What a caller knows beyond the text: the parent's problem, linked evidence. Absent means not known. */
export interface RequirementContext {
  readonly parentCarriesProblem?: boolean;
  readonly hasEvidence?: boolean;
}

export interface RequirementScores {
  /** Weight of solution words, 0 to 9. */
  readonly solution: number;
  /** Weight of problem words, 0 to 10. */
  readonly problem: number;
  readonly hasEnds: boolean;
  readonly lints: readonly StoryLint[];
  readonly solutionCues: readonly (Pick<Cue, 'field' | 'start' | 'end'> & { readonly phrase: string })[];
}

/** Both scores of a text, by the table in docs/formulas/requirement.md. Allowed nouns do not count as solution words. */
export function requirementScores(item: Item, settings: Pick<AuditSettings, 'allowedNouns'>): RequirementScores {
  const wording = cuedWordingOf(item);
  const allowed = new Set(settings.allowedNouns.map((noun) => singular(noun.trim().toLowerCase())));
  const inTitle = storyIn(wording.title.text);
  const inBody = inTitle ? undefined : storyIn(wording.body.text);
  const story = inTitle ?? inBody;
  const storyField = inTitle ? 'title' : 'body';

  const verb = startsWithBuildVerb(wording, story, storyField);
  const ui = distinctNouns(wording, 'ui', allowed, 3);
  const tech = distinctNouns(wording, 'tech', allowed, 2);
  const must = wording.cues.find((cue) => cue.tag === 'must');
  const meansNamesUi = story !== undefined && ui.some((cue) => cue.field === storyField && cue.start >= story.meansStart && cue.end <= story.meansEnd);
  const solution = (verb ? 2 : 0) + ui.length + tech.length + (must ? 1 : 0) + (meansNamesUi ? 1 : 0);

  const problem = problemWeight(item, wording, story);
  const solutionCues = [...(verb ? [verb] : []), ...ui, ...tech, ...(must ? [must] : [])];
  const lints = story ? storyLints(story, storyField === 'title' ? wording.title.text : wording.body.text) : [];
  return { solution, problem, hasEnds: story?.ends !== undefined, lints, solutionCues };
}

let lastWeighed: CuedWording | undefined;
let lastWeight = 0;

/** The last answer is kept: whether an item speaks for its children and whether it is flagged itself is asked one after the other. */
function problemWeight(item: Item, wording: CuedWording, story: Story | undefined): number {
  if (wording === lastWeighed) return lastWeight;
  const text = `${item.title.slice(0, 600)}\n${(item.body ?? '').slice(0, 600)}`;
  const named = (story?.role !== undefined && namesSomebody(story.role)) || has(wording, 'segment');
  const endsDiffer = story?.ends !== undefined && overlap(story.means, story.ends) < 0.6;
  lastWeight =
    (has(wording, 'struggle') ? 2 : 0) + (named ? 2 : 0) + (namesAmount(text) ? 2 : 0) +
    (namesSource(text) || linkedEvidence(item) ? 2 : 0) + (has(wording, 'because') ? 1 : 0) + (endsDiffer ? 1 : 0);
  lastWeighed = wording;
  return lastWeight;
}

/** The story in the title, else the one in the body. */
function storyOf(wording: CuedWording): Story | undefined {
  return storyIn(wording.title.text) ?? storyIn(wording.body.text);
}

/** True when the item itself says whose problem it is about; a child of such an item is not flagged. */
export function carriesProblem(item: Item): boolean {
  const wording = cuedWordingOf(item);
  return problemWeight(item, wording, storyOf(wording)) >= 2;
}

/**
 * R4. "Names a solution, no problem yet" when solution words weigh 3 or more and problem words at most 1; "needs a why" when they
 * weigh 2 and neither a "so that" nor any problem word is there. Stories, features and ideas only; English wording only.
 * Example: `Add an export button to the dashboard` weighs 4 to 0.
 */
export function requirementFinding(item: Item, settings: AuditSettings, context: RequirementContext = {}): Finding | undefined {
  if (context.parentCarriesProblem || context.hasEvidence) return undefined;
  const kind = featureByKind(item);
  if (kind === 'other') return undefined;
  const wording = cuedWordingOf(item);
  if (!wording.english || BROKEN.test(wording.title.text) || (kind === 'unsaid' && !asksForFeature(wording))) return undefined;
  const scores = requirementScores(item, settings);
  const noProblem = scores.solution >= 3 && scores.problem <= 1;
  const needsWhy = scores.solution >= 2 && !scores.hasEnds && scores.problem === 0;
  if (!noProblem && !needsWhy) return undefined;
  const spans = spansOf(scores.solutionCues);
  const cues = [...new Set(scores.solutionCues.map((cue) => cue.phrase))];
  const suppressionKey = `requirement:${item.key}:${[...cues].sort().join('+')}`;
  if (settings.suppressed.has(suppressionKey)) return undefined;
  return finding(item, scores, noProblem, cues, spans, suppressionKey);
}

function finding(item: Item, scores: RequirementScores, noProblem: boolean, cues: readonly string[], spans: readonly Span[], suppressionKey: string): Finding {
  const quoted = cues.map((cue) => `"${cue}"`).join(', ');
  const head = noProblem ? 'Names a solution; no problem yet.' : 'Needs a why.';
  const lint = scores.lints.filter((name) => name !== 'no_ends').map((name) => ` ${STORY_LINTS[name]}`).join('');
  return {
    rule: 'requirement', ruleVersion: REQUIREMENT_VERSION, subject: item.key, spans, value: scores.solution, unit: 'solution cue points', grade: 'estimated',
    why: `${head} Solution words (${quoted}) weigh ${scores.solution}, words about somebody's problem ${scores.problem}.${lint} This reads the wording only; it does not say that the idea is bad.`,
    whatWouldChangeIt: 'One sentence on who is stuck, how often and what it costs them, here or in the parent; or a quote with its source.',
    nextAction: 'Ask who is stuck, how often and what it costs, and what else could solve it.',
    suppressionKey,
  };
}

function has(wording: CuedWording, tag: Cue['tag']): boolean {
  return wording.cues.some((cue) => cue.tag === tag);
}

function distinctNouns(wording: CuedWording, tag: 'ui' | 'tech', allowed: ReadonlySet<string>, most: number): (Cue & { phrase: string })[] {
  const seen = new Map<string, Cue>();
  for (const cue of wording.cues) {
    if (cue.tag !== tag || insideCode(wording, cue)) continue;
    const noun = singular(cue.phrase);
    if (!allowed.has(noun) && !seen.has(noun) && seen.size < most) seen.set(noun, { ...cue, phrase: noun });
  }
  return [...seen.values()];
}

/** `Ti.API.info`, `$.button` and `page_id` name code, not a part of the product. */
function insideCode(wording: CuedWording, cue: Cue): boolean {
  const text = cue.field === 'title' ? wording.title.text : wording.body.text;
  return /[._$#\\@:]/.test(text[cue.start - 1] ?? '') || /^(?:[._:(][\p{L}_:]|\()/u.test(text.slice(cue.end, cue.end + 2));
}

function linkedEvidence(item: Item): boolean {
  return item.links.some((link) => /\b(?:interview|evidence|feedback|customer|ticket|insight)\b/i.test(link.kind));
}

/** A title that reports something broken is a bug whatever its label says. */
const BROKEN = /\b(?:does ?n[o']t work|does not work|not working|stopped working|no longer works|crash(?:es|ed|ing)?|broken|regression|segfault)\b/i;

/** Without type or label the wording itself has to ask: a story, a request heading, or a build verb and what to build in the title. */
function asksForFeature(wording: CuedWording): boolean {
  if (has(wording, 'bugword')) return false;
  if (has(wording, 'request')) return true;
  if (storyOf(wording)) return true;
  return startsWithBuildVerb(wording, undefined, 'title') !== undefined
    && wording.cues.some((cue) => cue.field === 'title' && (cue.tag === 'ui' || cue.tag === 'tech'));
}
