import { expect, test } from 'vitest';
import type { Comment } from './item.ts';
import { defaultAuditSettings } from './rule.ts';
import { countVelocity, startVelocity } from './velocity.ts';

const by = (text: string, id = 'pm'): Comment => ({ author: { id }, text });
const watched = (comments: readonly Comment[]) => {
  const watch = startVelocity({ ...defaultAuditSettings, approvers: ['PM'] });
  for (const comment of comments) watch.addComment(comment);
  return watch.finish();
};

test('counts words of speed and words of outcome', () => {
  expect(countVelocity('Velocity is 34 points, the burndown is fine.')).toEqual({ speed: 3, outcome: 0 });
  expect(countVelocity('Retention moved from 31 to 34; "I finally found my parcel" - a shopper.')).toEqual({ speed: 0, outcome: 2 });
});

test('the worked example of docs/formulas/velocity.md: eight updates, nine words of speed, one of outcome', () => {
  const answer = watched([...Array.from({ length: 7 }, () => by('Velocity was good.')), by('Points and throughput up; conversion rose to 4%.')]);
  expect(answer).toMatchObject({ texts: 8, speed: 9, outcome: 1 });
  expect(answer.finding?.why).toContain('mention speed or output 9 times and outcomes 1 time');
});

test('seven texts are too few, and texts of other people are never read', () => {
  expect(watched(Array.from({ length: 7 }, () => by('velocity'))).cannotTell?.reason).toBe('7 texts are yours; 8 are needed.');
  expect(watched(Array.from({ length: 20 }, () => by('velocity', 'someone'))).texts).toBe(0);
});

test('as many words of outcome as of speed are no finding', () => {
  expect(watched(Array.from({ length: 8 }, () => by('Velocity held; churn fell to 2%.'))).finding).toBeUndefined();
});
