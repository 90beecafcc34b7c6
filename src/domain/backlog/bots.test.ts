import { expect, test } from 'vitest';
import { isBot } from './bots.ts';

test.each([
  'renovate[bot]', 'github-actions[bot]', 'dependabot', 'greenkeeper', 'codecov', 'snyk-bot', 'rust-highfive', 'bors', 'rustbot', 'DrahtBot',
  'Automation for Jira', 'stale', 'k8s-ci-robot', 'my_sync-bot', 'GitHub', 'Deploy (bot)',
])('takes %s for a program', (id) => {
  expect(isBot({ id })).toBe(true);
});

test.each(['Abbot', 'talbot', 'Ben Bot', 'abbott', 'Robotham', 'bottega', 'rob', 'Linear Liz', 'stalemate', 'BOT', 'Mary Talbot'])(
  'leaves %s a person',
  (id) => {
    expect(isBot({ id })).toBe(false);
  },
);

test('the source that says so is believed, and so is a display name', () => {
  expect(isBot({ id: '5b10a2844c20165700ede21g', bot: true })).toBe(true);
  expect(isBot({ id: '5b10a2844c20165700ede21g', name: 'Automation for Jira' })).toBe(true);
  expect(isBot({ id: 'bors', bot: false })).toBe(true);
});
