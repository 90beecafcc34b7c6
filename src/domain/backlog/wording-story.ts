// Reads a user story of the Connextra form: role, means, ends, and what is missing in it.
// Indicator sets follow AQUSA (Lucassen et al., MIT licence); it judges the sentence, never its writer.

/** Offsets are UTF-16, into the text that was parsed. An absent role or ends was not written. */
export interface Story {
  readonly start: number;
  readonly end: number;
  readonly role?: string;
  readonly means: string;
  readonly meansStart: number;
  readonly meansEnd: number;
  readonly ends?: string;
}

export type StoryLint = 'no_ends' | 'ends_repeat_means' | 'role_is_builder' | 'two_means' | 'more_than_the_story';

/** What each sub-lint says in plain words. */
export const STORY_LINTS: Readonly<Record<StoryLint, string>> = {
  no_ends: 'It does not say what for: there is no "so that".',
  ends_repeat_means: 'Its "so that" repeats the wish in other words.',
  role_is_builder: 'Its role is somebody who builds the product, not somebody who uses it.',
  two_means: 'It joins two wishes with "and" or "or".',
  more_than_the_story: 'It carries notes after the story itself.',
};

const ROLE = /(?:^|\n)[ \t>*_"'#-]{0,8}As(?: an?)?[ \t*_]{1,4}/gi;
const MEANS = /\b(?:I want(?: to)?|I['\u2019]m able to|I am able to|I can|I wish to|I should be able to|I would like(?: to)?|I['\u2019]d like(?: to)?|I need(?: to)?)\b[*_ \t\n]{0,6}/gi;
const ENDS = /[,\s]\**(?:so that|in order to|so)\b[*_]{0,3}/gi;
const STOP = /\n\s*\n|\.\s|\.$|\n\s*(?:#|\*\s|h[1-6]\.|-\s|given\b|acceptance\b|scenario\b)/gi;

const ROLE_LIMIT = 120;
const STORY_LIMIT = 400;

function find(pattern: RegExp, text: string, from: number, to: number): RegExpExecArray | undefined {
  pattern.lastIndex = from;
  const hit = pattern.exec(text);
  return hit && hit.index < to ? hit : undefined;
}

/** The first story in a text, or undefined. A means without a role counts only at the very beginning of the text. */
export function storyIn(text: string): Story | undefined {
  if (!/\bI\b/i.test(text)) return undefined;
  let from = 0;
  for (let tries = 0; tries < 8; tries++) {
    const role = find(ROLE, text, from, text.length);
    if (!role) break;
    const roleStart = role.index + role[0].length;
    const means = find(MEANS, text, roleStart, roleStart + ROLE_LIMIT);
    if (means) {
      const name = text.slice(roleStart, means.index).replace(/[,*_\s]+$/g, '').replace(/^[*_\s]+/g, '');
      if (name.length > 0 && !/[.!?\n]\s*\S/.test(name)) return withEnds(text, role.index, means, name);
    }
    from = roleStart;
  }
  const bare = find(MEANS, text, 0, 3);
  return bare ? withEnds(text, bare.index, bare, undefined) : undefined;
}

function withEnds(text: string, start: number, means: RegExpExecArray, role: string | undefined): Story | undefined {
  const meansStart = means.index + means[0].length;
  const limit = Math.min(text.length, start + STORY_LIMIT);
  const stop = find(STOP, text, meansStart, limit)?.index ?? limit;
  const so = find(ENDS, text, meansStart, stop);
  const meansEnd = so?.index ?? stop;
  const meansText = text.slice(meansStart, meansEnd).trim();
  if (meansText.length === 0) return undefined;
  const ends = so ? text.slice(so.index + so[0].length, stop).trim() : '';
  return {
    start, end: stop, means: meansText, meansStart, meansEnd,
    ...(role === undefined ? {} : { role }),
    ...(ends.length > 0 ? { ends } : {}),
  };
}

const GENERIC_ROLE = /^(?:(?:the|any|a|an|our|end|registered|logged[- ]in|normal|regular|system|site|new)\s+)*(?:users?|admins?|administrators?|pms?|product managers?|system|customers?|person|anyone|everyone|someone|member)$/i;
const BUILDER_ROLE = /\b(?:product owner|product manager|developers?|engineers?|system|tester|qa|scrum master|po|pm|dev|backend|frontend|team)$/i;

/** True when the role names somebody in particular: not user, admin, PM or system. */
export function namesSomebody(role: string): boolean {
  return role.length <= 80 && !GENERIC_ROLE.test(role.trim()) && !BUILDER_ROLE.test(role.trim());
}

const SMALL = new Set('a,an,the,to,of,and,or,my,our,their,his,her,i,we,can,be,able,that,this,it,in,on,for,with,is,are,want,will'.split(','));

function contentWords(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word)));
}

/** Token Jaccard of means and ends; at .6 and above the ends only repeats the means. Example: "see orders" / "see my orders" is 1. */
export function overlap(means: string, ends: string): number {
  const a = contentWords(means);
  const b = contentWords(ends);
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}

const VERB_AFTER_AND =
  /\b(?:and|or|&)\s+(?:(?:also|then|to|be able to)\s+){0,2}(?:add|build|create|see|view|edit|delete|remove|export|import|download|upload|send|share|filter|sort|search|print|save|change|update|set|show|display|allow|enable|receive|get|choose|select|cancel|approve|assign|invite|manage|configure|track|compare|copy)\b/i;

/** Everything that is missing in a story, in the order of STORY_LINTS. */
export function storyLints(story: Story, text: string): StoryLint[] {
  const lints: StoryLint[] = [];
  if (story.ends === undefined) lints.push('no_ends');
  else if (overlap(story.means, story.ends) >= 0.6) lints.push('ends_repeat_means');
  if (story.role !== undefined && BUILDER_ROLE.test(story.role)) lints.push('role_is_builder');
  if (VERB_AFTER_AND.test(story.means)) lints.push('two_means');
  if (/;|\(| - /.test(text.slice(story.meansStart, story.end))) lints.push('more_than_the_story');
  return lints;
}
