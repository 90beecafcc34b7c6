import { describe, expect, it } from 'vitest';
import { ServerFault, ServerUnreachable } from './fault.ts';
import { httpCaller } from './http-caller.ts';
import { downloadArchive, uploadFile } from './transfer.ts';

function answering(response: () => Response): { readonly asked: Request[]; readonly fetch: typeof fetch } {
  const asked: Request[] = [];
  return { asked, fetch: async (url, init) => (asked.push(new Request(url as string, init)), response()) };
}
const problem = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', 'x-request-id': 'req_1' } });

describe('a caller over HTTP', () => {
  it('posts the input as JSON with its token and gives the value back', async () => {
    const server = answering(() => Response.json({ goals: [] }));
    const call = httpCaller({ baseUrl: 'http://127.0.0.1:1', token: 'tl_x', fetch: server.fetch });
    expect(await call('goal.list', {})).toEqual({ ok: true, value: { goals: [] } });
    const [asked] = server.asked;
    expect([asked?.method, asked?.url, await asked?.text()]).toEqual(['POST', 'http://127.0.0.1:1/api/v1/goal.list', '{}']);
    expect(asked?.headers.get('authorization')).toBe('Bearer tl_x');
  });

  it('gives a problem back as the refusal it was', async () => {
    const server = answering(() => problem(404, { code: 'not_found', details: { kind: 'bet', reference: 'B-9' } }));
    expect(await httpCaller({ baseUrl: 'http://x', fetch: server.fetch })('bet.get', { bet: 'B-9' })).toEqual({
      ok: false, refusal: { code: 'not_found', details: { kind: 'bet', reference: 'B-9' } },
    });
  });

  it('throws a fault that carries the request id when the answer is no refusal of the contract', async () => {
    for (const body of [{ title: 'broken' }, { code: 'toString' }, { code: 'made_up' }, null]) {
      const server = answering(() => problem(500, body));
      await expect(httpCaller({ baseUrl: 'http://x', fetch: server.fetch })('goal.list', {})).rejects.toMatchObject({ name: 'ServerFault', requestId: 'req_1' });
    }
    const html = answering(() => new Response('<p>proxy</p>', { status: 200 }));
    await expect(httpCaller({ baseUrl: 'http://x', fetch: html.fetch })('goal.list', {})).rejects.toBeInstanceOf(ServerFault);
  });

  it('says so when nobody answers', async () => {
    const call = httpCaller({ baseUrl: 'http://x', fetch: () => Promise.reject(new TypeError('fetch failed')) });
    await expect(call('goal.list', {})).rejects.toBeInstanceOf(ServerUnreachable);
  });

  it('sends a file under its name, whatever the name, and fetches an archive', async () => {
    const up = answering(() => Response.json({ upload: 'upl_1', name: 'ü&.csv', bytes: 2, sha256: 'ab' }));
    expect(await uploadFile({ baseUrl: 'http://x', fetch: up.fetch }, 'ü&.csv', new Blob(['hi']))).toMatchObject({ ok: true, value: { upload: 'upl_1' } });
    expect([new URL(up.asked[0]!.url).searchParams.get('name'), await up.asked[0]!.text()]).toEqual(['ü&.csv', 'hi']);
    const down = answering(() => new Response('zip'));
    const archive = await downloadArchive({ baseUrl: 'http://x', fetch: down.fetch }, '/api/v1/archives/arc_1');
    expect(archive.ok && (await archive.value.text())).toBe('zip');
  });
});
