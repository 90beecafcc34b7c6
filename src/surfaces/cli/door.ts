// What the terminal's door is handed: a terminal, a way to reach the workspace, and the long-running commands. No behaviour.
import type { Command } from 'commander';
import type { Caller } from '../../contract/index.ts';

export interface Terminal {
  /** Data. */
  out(text: string): void;
  /** Progress, prompts, warnings, errors. */
  note(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly inputIsTerminal: boolean;
  readonly outIsTerminal: boolean;
  readonly noteIsTerminal: boolean;
  /** Characters a line may have. */
  readonly columns: number;
  readonly workingFolder: string;
  /** Calls back on Ctrl+C instead of ending; returns how to stop listening. */
  onInterrupt(act: () => void): () => void;
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** Where the workspace is. With none given: the running server of the default data folder, else the folder itself. */
export interface Place {
  readonly server?: string;
  readonly dataDir?: string;
}

export interface Attached {
  readonly call: Caller;
  /** True when both ends see the same disk, so that a path can stand for a file. */
  readonly sameMachine: boolean;
  /** Sends a file; answers the upload's id. */
  upload(path: string): Promise<string>;
  /** Writes what lies at a download address to a new file; returns its bytes. */
  download(address: string, path: string): Promise<number>;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly dataDir?: string;
  readonly port?: string;
  readonly host?: string;
  readonly publicUrl?: string;
  readonly sample: boolean;
  readonly open: boolean;
}

export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'failed';
  readonly says: string;
}

export interface CliDoor {
  readonly terminal: Terminal;
  readonly version: string;
  attach(place: Place): Promise<Attached>;
  /** Serves until it is told to stop; resolves with the exit code. */
  start(options: StartOptions): Promise<number>;
  mcp(place: Place): Promise<void>;
  diagnose(place: Place): Promise<readonly Check[]>;
  /** Name of the newest step of the database's schema. */
  readonly schema: () => Promise<string>;
  /** Commands that are no operations and live in folders of their own; each adds itself to the program. */
  readonly more?: readonly ((program: Command, door: CliDoor, finish: (code: number) => void) => void)[];
}

/** An expected end with one plain sentence and the exit code that belongs to it. */
export class Stopped extends Error {
  readonly exit: number;
  constructor(exit: number, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'Stopped';
    this.exit = exit;
  }
}

export interface GlobalFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly yes?: boolean;
  readonly input?: boolean;
  readonly color?: boolean;
  readonly server?: string;
  readonly dataDir?: string;
}

export function placeOf(flags: GlobalFlags): Place {
  return { ...(flags.server === undefined ? {} : { server: flags.server }), ...(flags.dataDir === undefined ? {} : { dataDir: flags.dataDir }) };
}
