// Which Host and Origin are ours. Compares text alone; never resolves a name.

export interface OwnAddresses {
  /** The port that is listened on. */
  readonly port: () => number;
  /** Where a proxy serves this, such as `https://pm.example.com`; undefined for a program used on one machine. */
  readonly publicUrl?: string;
}

export const LOOPBACK_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** True when a Host header names this server, port included. */
export function isOwnHost(host: string | undefined, own: OwnAddresses): boolean {
  if (host === undefined) return false;
  const asked = host.toLowerCase();
  const port = own.port();
  if (LOOPBACK_NAMES.some((name) => asked === `${name}:${port}` || (port === 80 && asked === name))) return true;
  return own.publicUrl !== undefined && asked === new URL(own.publicUrl).host;
}

/** True when an Origin header is the very origin the Host belongs to. */
export function isOwnOrigin(origin: string, host: string | undefined, own: OwnAddresses): boolean {
  const publicOrigin = own.publicUrl === undefined ? undefined : new URL(own.publicUrl);
  if (publicOrigin && host?.toLowerCase() === publicOrigin.host) return origin === publicOrigin.origin;
  return isOwnHost(host, own) && origin === `http://${host?.toLowerCase()}`;
}
