// Which accounts are programs. Conservative: a program taken for a person costs a little age, a person taken for a
// program loses the work they did. Knows names and the source's own flag, never what an account wrote.
import type { Person } from './item.ts';

const KNOWN = new Set([
  'dependabot', 'dependabot-preview', 'renovate', 'renovate-bot', 'renovatebot', 'greenkeeper', 'greenkeeperio', 'greenkeeperio-bot',
  'codecov', 'codecov-io', 'codecov-commenter', 'coveralls', 'codeclimate', 'houndci-bot', 'sonarcloud', 'sonarqubecloud',
  'travis-ci', 'circleci', 'appveyor', 'netlify', 'vercel', 'github-actions', 'web-flow', 'azure-pipelines', 'googlebot', 'cla-assistant', 'claassistantio',
  'snyk', 'snyk-io', 'snyk-bot', 'stale', 'probot', 'mergify', 'mergifyio', 'allcontributors', 'imgbot', 'imgbotapp', 'pyup-bot',
  'bors', 'homu', 'rust-highfive', 'rust-log-analyzer', 'rust-timer', 'rustbot', 'triagebot', 'drahtbot', 'msftbot', 'botberry', 'hubot',
  'k8s-ci-robot', 'fejta-bot', 'k8s-triage-robot', 'docker-jenkins', 'jenkins', 'jenkinsci',
  'automation for jira', 'jira automation', 'jira service management widget', 'github for jira', 'git integration for jira', 'gitlab for jira cloud',
  'jira outlook', 'slack for jira', 'jira cloud for slack', 'atlassian assist', 'linear integration', 'github integration', 'linear', 'github', 'gitlab', 'linear-app',
  'github sync', 'linear sync', 'zapier', 'unito', 'ghost bot', 'support bot', 'alert bot', 'project bot',
]);
/** `renovate[bot]`, `Deploy (bot)`. */
const MARKED = /[[(]bot[\])]$/i;
/** Logins only: `mozilla-pulse-bot`, `sync_bot`, `k8s-ci-robot`. With a space it may be a surname: Bot is one in Dutch. */
const SUFFIXED = /^[^\s]+[-_.](?:ro)?bot\d*$/i;
/** `DrahtBot`, `SnykBot`: a capital B after a small letter. `Talbot`, `Abbot` and `BOT` have none. */
const CAMEL = /^[A-Za-z0-9-]*[a-z]Bot$/;

function namedAsBot(name: string): boolean {
  const trimmed = name.trim();
  return KNOWN.has(trimmed.toLowerCase()) || MARKED.test(trimmed) || SUFFIXED.test(trimmed) || CAMEL.test(trimmed);
}

/** True when the source says so or the id or name is that of a program. Example: `{ id: 'renovate[bot]' }` is, `{ id: 'talbot' }` is not. */
export function isBot(person: Person): boolean {
  return person.bot === true || namedAsBot(person.id) || (person.name !== undefined && namedAsBot(person.name));
}
