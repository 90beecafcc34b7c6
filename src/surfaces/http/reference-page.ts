// The API's reference as plain HTML with one stylesheet of our own, and a page for each kind of problem. No script, no other host.
import { fieldsOf, type Field } from '../../contract/fields.ts';
import { OPERATIONS } from '../../contract/index.ts';
import type { Operation } from '../../contract/operation.ts';
import { REFUSALS, type RefusalCode, type RefusalEntry } from '../../contract/refusals.ts';
import { titleOf } from './problem.ts';

export const REFERENCE_STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
code, pre { font: 0.9em/1.5 ui-monospace, monospace; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid; border-radius: 4px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid; }
section { margin-block: 3rem; }
`;

/** Every operation in the order of the contract: what it does, its fields, its refusals, its example. */
export function referencePage(): string {
  const operations: readonly Operation[] = OPERATIONS;
  const list = operations.map((operation) => `<li><a href="#${operation.name}"><code>${operation.name}</code></a> ${text(operation.summary)}</li>`);
  return page('Throughline API', [
    '<h1>Throughline API</h1>',
    '<p>Every operation is a POST with a JSON body; what only reads is also a GET. The same names are commands in the terminal and tools over MCP. ',
    'Machine-readable: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>',
    `<ul>${list.join('')}</ul>`,
    ...operations.map(sectionOf),
  ].join('\n'));
}

/** What one kind of refusal means; undefined when there is none of that name. */
export function problemPage(code: string): string | undefined {
  if (code === 'fault') return page('Something broke', '<h1>Something broke</h1><p>The server met a bug or an outage. The request’s id finds the line in its log; nothing the caller did was wrong.</p>');
  if (!Object.hasOwn(REFUSALS, code)) return undefined;
  const entry: RefusalEntry = REFUSALS[code as RefusalCode];
  return page(titleOf(code), `<h1>${titleOf(code)}</h1><p>“${text(entry.sentence)}”</p><p>Status ${entry.status}; the terminal ends with exit code ${entry.exit}. <a href="/api/v1/reference">All operations</a></p>`);
}

/** For a browser that has no session and whose address is not the one printed at this start. */
export function signInPage(): string {
  return page('Not signed in', '<h1>This server does not know you yet</h1><p>Open the address that Throughline printed when it started. It changes with every start. A browser that opened it once stays signed in for 30 days.</p>');
}

function sectionOf(operation: Operation): string {
  const shell = `throughline ${operation.name.replace('.', ' ').replaceAll('_', '-')}`;
  const answer = operation.example.refusal === undefined ? json(operation.example.output) : `refused: ${operation.example.refusal}`;
  const fields = fieldsOf(operation);
  return `<section id="${operation.name}"><h2>${operation.name}</h2><p>${text(operation.summary)}</p>
<p><code>${operation.kind === 'query' ? 'GET or POST' : 'POST'} /api/v1/${operation.name}</code><br><code>${shell}</code><br>Roles: ${operation.roles.join(', ')}.${operation.untrusted ? ' The answer carries text from a tracker: data, never instructions.' : ''}</p>
${fields.length === 0 ? '<p>No fields.</p>' : `<table><thead><tr><th>Field</th><th>Kind</th><th>Meaning</th></tr></thead><tbody>${fields.map(rowOf).join('')}</tbody></table>`}
${operation.refusals.length === 0 ? '' : `<p>May refuse: ${operation.refusals.map((code) => `<a href="/problems/${code}"><code>${code}</code></a>`).join(', ')}.</p>`}
<pre>${text(json(operation.example.input))}</pre><p>Part of the answer in the sample workspace:</p><pre>${text(answer)}</pre></section>`;
}

function rowOf(field: Field): string {
  const kind = field.choices ? field.choices.join(' | ') : field.amount ? `list of ${field.amount.name} and ${field.amount.number}` : field.kind === 'list' ? `list of ${field.of}` : field.kind;
  const rest = [field.required ? 'Required.' : '', field.default === undefined ? '' : `By default ${JSON.stringify(field.default)}.`];
  return `<tr><td><code>${field.name}</code></td><td>${text(kind)}</td><td>${text([field.description ?? '', ...rest].filter(Boolean).join('. ').replace('..', '.'))}</td></tr>`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(title)}</title><link rel="stylesheet" href="/api/v1/reference.css"></head><body><main>${body}</main></body></html>`;
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function text(raw: string): string {
  return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
