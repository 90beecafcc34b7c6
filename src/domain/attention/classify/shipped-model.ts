// The model the program ships: trained from its own titles and phrases the first time it is asked for, a few hundred milliseconds.
import { ENGLISH_CORE } from '../data/cues-english-core.ts';
import { ENGLISH_GLUE } from '../data/cues-english-glue.ts';
import { ENGLISH_REST } from '../data/cues-english-rest.ts';
import { ENGLISH_MORE } from '../data/cues-english-more.ts';
import { GERMANIC } from '../data/cues-germanic.ts';
import { ROMANCE } from '../data/cues-romance.ts';
import { SLAVIC } from '../data/cues-slavic.ts';
import { WORLD } from '../data/cues-world.ts';
import { LEXICON } from '../data/lexicon.ts';
import { cuesOf, type CueText } from '../data/phrase-table.ts';
import { trainingTitles } from '../data/titles.ts';
import { trainModel, type Model } from './model.ts';

/** Phrases written for this program after the lexicon, in English and twenty other languages. */
export const LATER_CUES: readonly CueText[] = [ENGLISH_CORE, ENGLISH_GLUE, ENGLISH_REST, GERMANIC, ROMANCE, SLAVIC, WORLD];
/** Phrases added on reading where cross-validation went wrong: what is measured on those titles with them flatters. */
export const CUES_AFTER_ERRORS: readonly CueText[] = [ENGLISH_MORE];

let shipped: Model | undefined;

/** The shipped model; the same object each time. */
export function shippedModel(): Model {
  shipped ??= trainModel({ titles: trainingTitles(), cues: cuesOf([LEXICON, ...LATER_CUES, ...CUES_AFTER_ERRORS]) });
  return shipped;
}
