// Tells network file systems apart, on which neither the lock nor fsync can be trusted. Knows nothing of the lock itself.
import { readFileSync, statfsSync } from 'node:fs';

/** statfs(2) magic numbers of file systems that live on another machine. */
const NETWORK: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'], [0x517b, 'SMB'], [0xff534d42, 'CIFS'], [0xfe534d42, 'SMB'], [0x01021997, '9p'], [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'], [0x0bd00bd0, 'Lustre'], [0x01161970, 'GFS2'], [0x7461636f, 'OCFS2'], [0x73757245, 'Coda'], [0x564c, 'NCP'],
]);
const FUSE = 0x65735546;
const NETWORK_FUSE = /^fuse\.(sshfs|rclone|s3fs|glusterfs|gcsfuse|davfs|google-drive|onedrive)/;

export class NetworkFolder extends Error {
  constructor(path: string, kind: string) {
    super(`The data folder ${path} is on a network file system (${kind}), where the embedded database could lose data. `
      + 'Choose a folder on this machine, or set DATABASE_URL to a PostgreSQL server.');
    this.name = 'NetworkFolder';
  }
}

/** Throws NetworkFolder when the folder is known to be remote. Silent when the platform does not say. */
export function refuseNetworkFolder(path: string): void {
  const kind = networkKind(path);
  if (kind !== undefined) throw new NetworkFolder(path, kind);
}

/** The network file system's name, or undefined for a local or unknown one. `type` and `mounts` replace what the kernel says. */
export function networkKind(
  path: string,
  type: number = Number(statfsSync(path).type),
  mounts: () => string = readMounts,
): string | undefined {
  if (process.platform === 'win32') return path.startsWith('\\\\') && !path.startsWith('\\\\?\\') ? 'a network share' : undefined;
  if (process.platform !== 'linux') return undefined;
  const known = NETWORK.get(type >>> 0);
  if (known !== undefined) return known;
  return type >>> 0 === FUSE ? NETWORK_FUSE.exec(mountType(path, mounts()))?.[1] : undefined;
}

/** The type of the longest mount point that holds the path, from /proc/self/mounts (spaces are written \040). */
function mountType(path: string, mounts: string): string {
  let best = { point: '', type: '' };
  for (const line of mounts.split('\n')) {
    const [, point = '', type = ''] = line.split(' ');
    const plain = point.replaceAll('\\040', ' ');
    const holds = path === plain || path.startsWith(plain.endsWith('/') ? plain : `${plain}/`);
    if (holds && plain.length >= best.point.length) best = { point: plain, type };
  }
  return best.type;
}

function readMounts(): string {
  try {
    return readFileSync('/proc/self/mounts', 'utf8');
  } catch {
    return '';
  }
}
