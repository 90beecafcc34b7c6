// Which mapper reads which kind of JSON, and how records reach it: unwrapped from pages, one `begin` each.
import type { Bytes } from './byte-stream.ts';
import { unwrapped } from './classify.ts';
import { githubMemory, mapGithub } from './github/map.ts';
import { mapGitlab } from './gitlab/map.ts';
import { mapJiraIssue } from './jira/json-map.ts';
import { readJsonDocuments, recordsInPage } from './json/documents.ts';
import { readJsonLines } from './json/lines.ts';
import { mapLinearIssue } from './linear/json-map.ts';
import { isObject } from './loose-json.ts';
import type { RecordSink } from './record-sink.ts';
import type { TrackerKind } from './tracker.ts';
import { addToBoard, emptyBoard, finishBoard, mapTrelloLoose } from './trello/map.ts';

type MapRecord = (value: unknown) => void;

/** The mappers of one reading. What a mapper remembers of one file serves the next: people, and notes apart from their issues. */
export class JsonMappers {
  readonly #sink: RecordSink;
  readonly #github = githubMemory();
  readonly #gitlab = { keys: new Map<string, string>() };

  constructor(sink: RecordSink) {
    this.#sink = sink;
  }

  of(kind: TrackerKind): MapRecord {
    const sink = this.#sink;
    if (kind === 'github' || kind === 'github-backup') return (value) => mapGithub(value, sink, this.#github);
    if (kind === 'gitlab') return (value) => mapGitlab(value, sink, this.#gitlab);
    if (kind === 'trello') return (value) => mapTrelloLoose(value, sink);
    return kind === 'jira-json' ? (value) => mapJiraIssue(value, sink) : (value) => mapLinearIssue(value, sink);
  }
}

const CUT_OFF = 'the document ends before its lists are closed';
const BOARD_LISTS = new Set(['cards', 'lists', 'actions', 'members', 'checklists']);

/**
 * Reads JSON of a kind in the shape it was found in. Each record is one row; a page on one line is as many rows as it has
 * records. What does not parse is lost as `json_malformed`. Yields after each stretch of input.
 */
export async function* readJson(kind: TrackerKind, form: 'lines' | 'document' | 'board', source: Bytes, sink: RecordSink, mappers: JsonMappers): AsyncGenerator<void> {
  if (form === 'board') return yield* readBoard(source, sink);
  const map = mappers.of(kind);
  const listener = {
    value(value: unknown, number: number): void {
      const page = recordsInPage(value);
      if (page === undefined) return one(value, number);
      for (const record of page) one(record, number);
    },
    malformed(text: string, number: number): void {
      sink.begin(number);
      sink.lose('json_malformed', text);
    },
    cutOff: (): void => sink.note('the rest of the file', 'json_cut_off', CUT_OFF),
  };
  const one = (value: unknown, number: number): void => {
    sink.begin(number);
    map(unwrapped(value));
  };
  yield* form === 'lines' ? readJsonLines(source, listener) : readJsonDocuments(source, { ...listener, value: (value, number) => one(value, number) });
}

async function* readBoard(source: Bytes, sink: RecordSink): AsyncGenerator<void> {
  const board = emptyBoard();
  const broken: { text: string; number: number }[] = [];
  const listener = {
    value(value: unknown, _number: number, path = ''): void {
      if (path === '' && isObject(value)) board.name ??= typeof value['name'] === 'string' ? value['name'] : undefined;
      else addToBoard(path, value, board, sink);
    },
    malformed: (text: string, number: number): void => void broken.push({ text, number }),
    cutOff(): void {
      cutOff = true;
    },
    root(texts: ReadonlyMap<string, string>): void {
      board.name ??= texts.get('name');
    },
  };
  let failure: unknown;
  let cutOff = false;
  try {
    yield* readJsonDocuments(source, listener, (path) => BOARD_LISTS.has(path));
  } catch (error) {
    failure = error;
  }
  finishBoard(board, sink);
  if (board.cards.length === 0) sink.note('the whole file', 'no_cards', 'the board has no list of cards');
  for (const { text, number } of broken) {
    sink.begin(number);
    sink.lose('json_malformed', text);
  }
  if (cutOff) sink.note('the rest of the file', 'json_cut_off', CUT_OFF);
  yield;
  if (failure !== undefined) throw failure;
}
