// From paths to records: opens each file, finds out what it is, and drives the right mapper. Knows the order of reading, not
// the content of any format.
import { isAbsolute, resolve } from 'node:path';
import { mappedTable, missingInMapping } from './csv/mapped.ts';
import { readTable } from './csv/read-table.ts';
import { suggestMapping } from './csv/suggest.ts';
import { columnsOf, type TableMapper } from './csv/table.ts';
import { detectTracker, HEAD_BYTES, type Detection, type Shape } from './detect.ts';
import { ArchiveDamaged } from './inflate.ts';
import { jiraCsvMapper } from './jira/csv-map.ts';
import { JsonMappers, readJson } from './json-kinds.ts';
import { linearCsvMapper } from './linear/csv-map.ts';
import { MappingNeeded, NotAnExport } from './not-an-export.ts';
import { RecordSink } from './record-sink.ts';
import { meterOf, openTexts } from './source-file.ts';
import type { Meter, SourceText } from './source-text.ts';
import type { TrackerKind, TrackerRecord } from './tracker.ts';

export interface ReadOptions {
  readonly kind?: TrackerKind | 'auto';
  /** Neutral field to column header, for `csv`. Given without a kind it makes every table a `csv`. */
  readonly map?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** IANA zone of dates that carry none. Default UTC. */
  readonly timeZone?: string;
  /** Records per batch, about: a batch is handed over as soon as it holds so many. Default 500. */
  readonly batchSize?: number;
  /** Hand over comments whose item is in none of the files, for a store that may hold it, instead of reporting them. */
  readonly looseComments?: boolean;
}

/** One file that was read. `kinds` are those of the texts in it, in order, without repeats. */
export interface ReadFile {
  readonly name: string;
  /** SHA-256 of the file as it lies on disk, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly kinds: readonly TrackerKind[];
}

/**
 * One reading of one or more files. Iterate it once, for batches of records; `files`, `kinds` and `why` are complete when the
 * iteration has ended. Throws NotAnExport or MappingNeeded before the first record when a file cannot be read at all, the
 * signal's reason when it is aborted.
 */
export class TrackerReading {
  readonly #paths: readonly string[];
  readonly #options: ReadOptions;
  readonly #sink = new RecordSink();
  readonly #mappers = new JsonMappers(this.#sink);
  readonly #files: ReadFile[] = [];
  readonly #why: string[] = [];

  constructor(paths: readonly string[], options: ReadOptions) {
    this.#paths = paths;
    this.#options = options;
  }

  /** In the order of the paths. */
  get files(): readonly ReadFile[] {
    return this.#files;
  }

  /** The kinds met, most telling first: the kind of the first file that holds issues. */
  get kinds(): readonly TrackerKind[] {
    return [...new Set(this.#files.flatMap(({ kinds }) => kinds))];
  }

  /** Rows met in all files: items + comments + skipped + lost. */
  get rows(): number {
    return this.#sink.rows;
  }

  /** One sentence per text on why it was read as what it was read as. */
  get why(): readonly string[] {
    return this.#why;
  }

  [Symbol.asyncIterator](): AsyncGenerator<readonly TrackerRecord[]> {
    return this.records();
  }

  async *records(): AsyncGenerator<readonly TrackerRecord[]> {
    const planned = await this.#plan();
    const bytesTotal = planned.reduce((sum, { meter }) => sum + meter.bytesTotal, 0);
    const sink = this.#sink;
    const batchSize = this.#options.batchSize ?? 500;
    const flush = (): readonly TrackerRecord[] => {
      const bytesRead = planned.reduce((sum, { meter }) => sum + meter.bytesRead, 0);
      return [...sink.take(), { kind: 'progress', bytesRead, bytesTotal }];
    };
    const order = planned.toSorted((a, b) => Number(a.commentsFirst) - Number(b.commentsFirst));
    const read = new Map<Meter, ReadFile>();
    for (const file of order) {
      const kinds = new Set<TrackerKind>();
      for await (const _ of this.#readFile(file.path, file.meter, planned.length > 1, kinds)) {
        this.#options.signal?.throwIfAborted();
        if (sink.size >= batchSize) yield flush();
      }
      read.set(file.meter, { name: file.meter.name, sha256: file.meter.sha256 ?? '', bytes: file.meter.bytesTotal, kinds: [...kinds] });
    }
    this.#files.push(...planned.map(({ meter }) => read.get(meter)!));
    sink.settle(this.#options.looseComments === true);
    yield flush();
  }

  /** Opens every file once before reading any, so that a wrong file is told at once and comments are read after their issues. */
  async #plan(): Promise<{ path: string; meter: Meter; commentsFirst: boolean }[]> {
    if (this.#paths.length === 0) throw new NotAnExport('No file', 'was named', 'Name at least one export');
    const planned = [];
    for (const path of this.#paths) {
      const full = isAbsolute(path) ? path : resolve(path);
      const meter = await meterOf(full);
      let commentsFirst = true;
      let refusal: unknown;
      let readable = false;
      try {
        for await (const text of openTexts(full, { ...meter }, this.#options.signal, true)) {
          try {
            commentsFirst &&= (await this.#detect(meter.name, text)).commentsFirst;
            readable = true;
            break;
          } catch (error) {
            if (!(error instanceof NotAnExport || error instanceof MappingNeeded)) throw error;
            if (!(refusal instanceof MappingNeeded)) refusal = error;
          }
        }
      } catch (error) {
        if (!(error instanceof ArchiveDamaged)) throw error;
        refusal = new NotAnExport(meter.name, `cannot be unpacked: ${error.message}`, 'Download it again', error);
      }
      if (!readable) throw refusal ?? new NotAnExport(meter.name, 'is an archive with no export in it', 'Export the issues as CSV or JSON and hand over that file');
      planned.push({ path: full, meter, commentsFirst });
    }
    return planned;
  }

  async #detect(file: string, text: SourceText): Promise<Detection> {
    const head = await text.bytes.peek(HEAD_BYTES);
    const name = text.entry === '' ? file : `${file}/${text.entry}`;
    if (head.length === 0) throw new NotAnExport(name, 'is empty', 'Export the issues again and hand over that file');
    const isProjectPart = /(^|\/)tree\/project\/\w+\.ndjson$/.test(text.entry) && (this.#options.kind ?? 'auto') === 'auto';
    const expected = isProjectPart ? { kind: 'gitlab' as const } : this.#options;
    const detection = detectTracker(name, head, head.length < HEAD_BYTES, expected);
    if (detection.shape.form === 'table') this.#mapper(name, detection.kind, detection.shape);
    return detection;
  }

  async *#readFile(path: string, meter: Meter, prefixed: boolean, kinds: Set<TrackerKind>): AsyncGenerator<void> {
    const sink = this.#sink;
    try {
      for await (const text of openTexts(path, meter, this.#options.signal)) {
        const place = [prefixed ? meter.name : '', text.entry].filter((part) => part !== '').join('/');
        sink.enter(place, 'record');
        let detection: Detection;
        try {
          detection = await this.#detect(meter.name, text);
        } catch (error) {
          if (!(error instanceof NotAnExport || error instanceof MappingNeeded)) throw error;
          sink.note('the whole file', 'not_an_export', error.message);
          continue;
        }
        kinds.add(detection.kind);
        this.#why.push(detection.why);
        try {
          yield* this.#readText(place, meter.name, text, detection);
        } catch (error) {
          if (!(error instanceof ArchiveDamaged)) throw error;
          sink.note('the rest of the file', 'archive_damaged', error.message);
        }
      }
    } catch (error) {
      if (!(error instanceof ArchiveDamaged)) throw error;
      sink.enter(prefixed ? meter.name : '', 'record');
      sink.note('the whole file', 'archive_damaged', error.message);
    }
  }

  async *#readText(place: string, name: string, text: SourceText, { kind, shape }: Detection): AsyncGenerator<void> {
    const sink = this.#sink;
    if (shape.form !== 'table') {
      sink.enter(place, shape.form === 'lines' ? 'line' : 'record');
      return yield* readJson(kind, shape.form, text.bytes.all(), sink, this.#mappers);
    }
    sink.enter(place, 'row');
    const mapper = this.#mapper(name, kind, shape);
    const rules = { ...(this.#options.timeZone !== undefined && { timeZone: this.#options.timeZone }), ...(kind === 'csv' && { epochs: true }) };
    yield* readTable(text.bytes.all(), shape.delimiter, shape.header.length, mapper, sink, rules);
  }

  #mapper(name: string, kind: TrackerKind, shape: Extract<Shape, { form: 'table' }>): TableMapper {
    const columns = columnsOf(shape.header);
    if (kind === 'jira-csv') return jiraCsvMapper(columns);
    if (kind === 'linear-csv') return linearCsvMapper(columns);
    const given = this.#options.map ?? {};
    const mapping = Object.keys(given).length > 0 ? given : suggestMapping(shape.header);
    const missing = missingInMapping(mapping, shape.header);
    if (missing !== undefined) throw new MappingNeeded(name, shape.header, suggestMapping(shape.header), missing === 'title=' ? undefined : missing);
    return mappedTable(columns, mapping);
  }
}

/**
 * Reads exports of trackers, several at once and in any order. Example:
 * `for await (const batch of readTracker(['issues.ndjson.gz', 'comments.ndjson.gz'])) for (const record of batch) ...`
 */
export function readTracker(paths: readonly string[], options: ReadOptions = {}): TrackerReading {
  return new TrackerReading(paths, options);
}
