// Finds the build verb that an item opens with, in its title or in the wish of its story.
// Knows no score: it tells "Add a filter" from "Build fails on Windows".
import type { Cue, CuedWording } from './wording-cues.ts';
import type { Story } from './wording-story.ts';

/** Words that make the word before them a noun: "build fails", "display name", "support for" is still a wish. */
const AFTER_NOUN = new Set(
  'fails,failed,failing,failure,fail,error,errors,is,are,was,were,broken,breaks,broke,not,does,doesn\'t,of,issue,issues,bug,problem,crashes,name,ticket,tickets,team,agent,agents,script,system,times,out,sure'.split(','),
);

const TITLE_PREFIX = /^(?:\s{0,4}\[[^\]\n]{1,40}\]|\s{0,4}[\p{L}\p{N}_ ./()&-]{1,40}:(?=\s)|\s{0,4}[\p{L}\p{N}_]{1,20}\s[-\u2013|]\s)/u;

/** The leading build verb, or undefined. Tags such as `[web]`, `feat:` or `Checkout - ` before it are passed over. */
export function startsWithBuildVerb(wording: CuedWording, story: Story | undefined, storyField: 'title' | 'body'): Cue | undefined {
  let from = 0;
  for (let i = 0; i < 3; i++) {
    const at = verbAt(wording, 'title', from);
    if (at) return at;
    const prefix = TITLE_PREFIX.exec(wording.title.text.slice(from));
    if (!prefix || prefix[0].length === 0) break;
    from += prefix[0].length;
  }
  return story ? verbAt(wording, storyField, story.meansStart) : undefined;
}

function verbAt(wording: CuedWording, field: 'title' | 'body', from: number): Cue | undefined {
  const words = field === 'title' ? wording.title : wording.body;
  let index = words.starts.findIndex((start) => start >= from);
  if (index < 0) return undefined;
  if (words.lower[index] === 'to' || words.lower[index] === 'please') index++;
  const cue = wording.cues.find((one) => one.tag === 'build' && one.field === field && one.at === index);
  return cue && !AFTER_NOUN.has(words.lower[index + 1] ?? '') ? cue : undefined;
}
