// The two ways an agent reaches the server: streamable HTTP inside the program's own port, and the standard streams.
import { createMcpHandler } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { mcpServers, type McpDoor } from './server.ts';

/** Answers one HTTP request. Who asks was decided before: Host, Origin and token are the HTTP door's. */
export function mcpOverHttp<Who>(doorFor: (who: Who, requestId: string) => McpDoor): (request: Request, who: Who, requestId: string) => Promise<Response> {
  return (request, who, requestId) => createMcpHandler(mcpServers(doorFor(who, requestId)), { legacy: 'stateless' }).fetch(request);
}

/** Serves standard input and output until the other side closes them. Nothing else may write to standard output meanwhile. */
export async function mcpOverStdio(door: McpDoor): Promise<void> {
  const closed = new Promise<void>((resolve) => process.stdin.once('end', resolve).once('close', resolve));
  const handle = serveStdio(mcpServers(door), { onerror: door.onFault });
  await closed;
  await handle.close();
}
