// What product managers told surveys about their weeks: a line of context beside somebody's own, never a target and never a rank.

export interface Benchmark {
  readonly says: string;
  readonly source: string;
  readonly year: string;
  /** How many answered, as the source says it. */
  readonly respondents: string;
}

/** All are self-reported by respondents of a vendor's survey, and self-reports overstate hours against diaries. */
export const BENCHMARKS: readonly Benchmark[] = [
  { says: '7.2% of the time spent interacting with customers', source: 'PM Festival', year: '2019', respondents: 'more than 1,000' },
  { says: '49 hours a week, 18 of them in meetings (37%)', source: 'Pragmatic', year: '2013–14', respondents: 'about 1,300' },
  { says: '27% strategic and 73% tactical work', source: 'Pragmatic', year: '2019', respondents: 'about 2,500' },
];
