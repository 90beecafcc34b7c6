// Counts tests, whoever ran them: vitest's JSON report, or a check that either holds or does not. Prints nothing.
import type { Ended } from './command.ts';

export interface Failure {
  readonly name: string;
  readonly message: string;
}

export interface Tally {
  readonly passed: number;
  readonly skipped: readonly string[];
  readonly failed: readonly Failure[];
}

/** The part of vitest's JSON report that is read here. */
export interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string; readonly failureMessages?: readonly string[] | null }[];
  }[];
}

/** One check as one test. */
export function checkTally(name: string, failure: string | undefined): Tally {
  return failure === undefined ? { passed: 1, skipped: [], failed: [] } : { passed: 0, skipped: [], failed: [{ name, message: failure }] };
}

/**
 * The tests of one vitest run. A file that could not be loaded, a run that ended badly though every test passed, and a run
 * that found no test at all each count as one failure: nothing that did not run counts as passed.
 */
export function reportTally(suite: string, report: Report | undefined, ended: Ended): Tally {
  const failed: Failure[] = [];
  const skipped: string[] = [];
  let passed = 0;
  for (const file of report?.testResults ?? []) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed++;
      else if (test.status === 'failed') failed.push({ name: test.fullName, message: test.failureMessages?.join('\n') ?? '' });
      else skipped.push(test.fullName);
    }
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) {
      failed.push({ name: `${file.name} runs`, message: file.message ?? 'the file failed outside its tests' });
    }
  }
  if (failed.length === 0 && (ended.code !== 0 || passed + skipped.length === 0)) {
    failed.push({ name: `${suite} ends well`, message: lastLines(ended.output, 40) || `exit code ${ended.code}, no test found` });
  }
  return { passed, skipped, failed };
}

/** All tallies as one. */
export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    skipped: tallies.flatMap((tally) => tally.skipped),
    failed: tallies.flatMap((tally) => tally.failed),
  };
}

/** The last line of a test run: `12 passed, 0 failed`, and `, 3 skipped` only when some were. */
export function lastLine(tally: Tally): string {
  const skipped = tally.skipped.length > 0 ? `, ${tally.skipped.length} skipped` : '';
  return `${tally.passed} passed, ${tally.failed.length} failed${skipped}`;
}

/** The last `count` lines of a text that say something. */
export function lastLines(text: string, count: number): string {
  return text.split('\n').filter((line) => line.trim() !== '').slice(-count).join('\n');
}
