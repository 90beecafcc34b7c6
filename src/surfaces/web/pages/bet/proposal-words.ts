// What a proposal asks for, in words; an operation without words of its own is named as it is.

const WORDS: Readonly<Record<string, string>> = {
  'bet.place': 'Seal and place', 'bet.amend': 'Amend', 'bet.settle': 'Settle', 'forecast.give': 'Give a forecast on', 'goal.activate': 'Activate a goal', 'goal.close': 'Close a goal',
};

/** `Seal and place`, to be followed by the bet; `Carry out metric.connect`. */
export function proposalWords(operation: string): string {
  return WORDS[operation] ?? `Carry out ${operation}`;
}
