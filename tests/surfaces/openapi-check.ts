// Whether an OpenAPI 3.1 document holds together: the rules a client generator stumbles over, checked by hand.

type Json = { readonly [name: string]: unknown };
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);

/** One line for each fault; none when the document is sound. */
export function openapiFaults(document: unknown): string[] {
  const doc = document as Json;
  const faults: string[] = [];
  const demand = (holds: boolean, fault: string): void => void (holds || faults.push(fault));
  demand(doc['openapi'] === '3.1.0', 'openapi is not 3.1.0');
  const info = doc['info'] as Json | undefined;
  demand(typeof info?.['title'] === 'string' && typeof info['version'] === 'string', 'info has no title or version');
  const ids = new Set<unknown>();
  for (const [path, item] of Object.entries(doc['paths'] as Json)) {
    demand(path.startsWith('/'), `${path} does not begin with a slash`);
    for (const [method, raw] of Object.entries(item as Json)) {
      const at = `${method} ${path}`;
      const operation = raw as Json;
      demand(METHODS.includes(method), `${at} is no method`);
      demand(typeof operation['operationId'] === 'string' && !ids.has(operation['operationId']), `${at} has no id of its own`);
      ids.add(operation['operationId']);
      const parameters = (operation['parameters'] ?? []) as Json[];
      const names = parameters.map((parameter) => `${String(parameter['in'])} ${String(parameter['name'])}`);
      demand(new Set(names).size === names.length, `${at} names a parameter twice`);
      for (const parameter of parameters) demand(('schema' in parameter) !== ('content' in parameter), `${at} ${String(parameter['name'])} needs a schema or content, not both`);
      for (const [, name] of path.matchAll(/\{(\w+)\}/g)) demand(names.includes(`path ${name}`), `${at} does not declare ${name}`);
      const responses = operation['responses'] as Json;
      demand(Object.keys(responses ?? {}).some((status) => status.startsWith('2')), `${at} declares no success`);
      for (const [status, response] of Object.entries(responses ?? {})) {
        demand(/^[1-5]\d\d$/.test(status), `${at} ${status} is no status`);
        demand(['description', '$ref'].some((name) => typeof (response as Json)[name] === 'string'), `${at} ${status} is not described`);
      }
    }
  }
  walk(doc, '', (value, at) => {
    const ref = value['$ref'];
    if (typeof ref === 'string') demand(resolves(doc, ref), `${at} refers to ${ref}, which is nowhere`);
    const type = value['type'];
    if (at.includes('/schema') && typeof type === 'string' && !at.endsWith('/properties')) demand(TYPES.has(type), `${at} has the type ${type}`);
  });
  return faults;
}

function walk(value: unknown, at: string, visit: (value: Json, at: string) => void): void {
  if (typeof value !== 'object' || value === null || /\/value$|\/x-example-part$/.test(at)) return;
  if (!Array.isArray(value)) visit(value as Json, at);
  for (const [name, inner] of Object.entries(value)) walk(inner, `${at}/${name}`, visit);
}

function resolves(doc: Json, ref: string): boolean {
  return ref.startsWith('#/') && ref.slice(2).split('/').reduce<unknown>((value, part) => (value as Json | undefined)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], doc) !== undefined;
}
