// What the parts of a draft’s form share.
import type { BetNames } from './bet-names.ts';
import type { Bet } from './bet-words.ts';
import type { FieldName } from './draft-text.ts';
import type { Draft } from './use-draft.ts';

/** What each part of the form gets: the kept bet, the typed text, and how a text field is bound to it. */
export interface PartProps {
  readonly bet: Bet;
  readonly draft: Draft;
  readonly names: BetNames;
  readonly field: (name: FieldName) => { readonly name: string; readonly value: string; readonly onChange: (value: string) => void; readonly error?: string };
}
