// The model the program ships, of its own titles and phrases. A build trains it and keeps it; where none is kept it is trained the first
// time it is asked for, which takes up to half a second. Both ways lead to the same model, to the bit.
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
import { TITLE_TEXTS, trainingTitles } from '../data/titles.ts';
import { trainModel, type Model } from './model.ts';
import { nameOfTexts, packed, rounded, unpacked, type PackedModel } from './packed-model.ts';
import { packedSource } from './packed-source.ts';

/** Phrases written for this program after the lexicon, in English and twenty other languages. */
export const LATER_CUES: readonly CueText[] = [ENGLISH_CORE, ENGLISH_GLUE, ENGLISH_REST, GERMANIC, ROMANCE, SLAVIC, WORLD];
/** Phrases added on reading where cross-validation went wrong: what is measured on those titles with them flatters. */
export const CUES_AFTER_ERRORS: readonly CueText[] = [ENGLISH_MORE];

/** Changes with anything but the data that changes the trained model: words, features, passes, rates. */
const RECIPE = 1;
const CUES: readonly CueText[] = [LEXICON, ...LATER_CUES, ...CUES_AFTER_ERRORS];

function dataName(): string {
  return `${RECIPE}-${nameOfTexts([CUES, TITLE_TEXTS])}`;
}

function trained(): Model {
  return rounded(trainModel({ titles: trainingTitles(), cues: cuesOf(CUES) }));
}

/** The shipped model trained anew, for a build to keep. */
export function packShippedModel(): PackedModel {
  return packed(trained(), dataName());
}

let shipped: Model | undefined;

/** The shipped model; the same object each time. One that was kept of other data is passed over. */
export function shippedModel(): Model {
  if (shipped === undefined) {
    const kept = packedSource.read();
    shipped = (kept && unpacked(kept, dataName())) ?? trained();
  }
  return shipped;
}
