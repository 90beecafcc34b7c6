// One event looked over in its file's bytes: whether it surely lies outside a window and would be read without a word. Whatever is unusual
// about it, a change of an occurrence included, makes it one to be read in full; so a wrong guess costs time and never a minute.
import { UTC, type Zone } from './offset-table.ts';
import { ruleEnds } from './skim-rule.ts';
import { SkimTimes, ordinary, type SkimmedTime } from './skim-times.ts';
import { durationOf } from './time-value.ts';

const DAY = 86_400_000;
/** Clocks differ from UTC by a day at most, and a zone that crossed the date line skipped another one. */
const SLACK = 2 * DAY;
/** More that repeat are not passed over, so that the work they save is not more than a reading has to spare. */
const MOST_RULES = 20_000;
/** Longer ones are said to be long. */
const MOST_DAYS = 59;

const [NEWLINE, RETURN, SPACE, TAB, COLON, SEMICOLON, EQUALS, LETTER_X, BACKSLASH] = [10, 13, 32, 9, 58, 59, 61, 88, 92];
const [REFUSED, CAPITAL, SMALL] = [0, 1, 2];
/** Bytes of which a property's name may be made; small letters only in names that begin with X-. */
const IN_NAMES = Uint8Array.from({ length: 256 }, (_, code) => (/[A-Z0-9-]/.test(String.fromCharCode(code)) ? CAPITAL : /[a-z]/.test(String.fromCharCode(code)) ? SMALL : REFUSED));

const word = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const UID = word('UID');
const END = word('END');
const BEGIN = word('BEGIN');
const DTEND = word('DTEND');
const RRULE = word('RRULE');
const RDATE = word('RDATE');
const EXRULE = word('EXRULE');
const EXDATE = word('EXDATE');
const DTSTART = word('DTSTART');
const DURATION = word('DURATION');
const RECURRENCE_ID = word('RECURRENCE-ID');
const EVENT = word('VEVENT');
const ALARM = word('VALARM');

/** Names whose lines say where in time an event is, or where it ends, by their length. */
const TELLING: readonly (readonly Uint8Array[])[] = Array.from({ length: 14 }, (_, size) => [UID, END, BEGIN, DTEND, RRULE, RDATE, EXRULE, EXDATE, DTSTART, DURATION, RECURRENCE_ID].filter((name) => name.length === size));
const NONE: readonly Uint8Array[] = [];

export interface SkimWindow {
  readonly from: number;
  readonly to: number;
  /** Clock of times without a zone. */
  readonly clock: Zone;
}

const noTime = (): SkimmedTime => ({ local: Number.NaN, kind: 'utc', zone: UTC });

const FIRST_HASH = 0x811c9dc5 | 0;
const hashed = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);

/** Equal for equal UIDs, and seldom for others. */
export function hashOfUid(uid: string): number {
  let hash = FIRST_HASH;
  for (const byte of Buffer.from(uid)) if (byte !== NEWLINE && byte !== RETURN) hash = hashed(hash, byte);
  return hash;
}

export class EventSkimmer {
  /** Of the event just looked over, without the one that opens it. */
  lines = 0;
  readonly #bytes: Buffer;
  readonly #window: SkimWindow;
  readonly #times: SkimTimes;
  readonly #start = noTime();
  readonly #end = noTime();
  readonly #exception = noTime();
  #alarm = false;
  /** Of DURATION, in milliseconds. */
  #length = 0;
  #uidFrom = 0;
  #uidTo = 0;
  #rules = 0;
  #ruleFrom = 0;
  #ruleTo = 0;

  constructor(bytes: Buffer, window: SkimWindow) {
    this.#bytes = bytes;
    this.#window = window;
    this.#times = new SkimTimes(bytes, window.clock);
  }

  /** Of the UID, as `hashOfUid` gives it for the same UID read in full. */
  get hash(): number {
    const bytes = this.#bytes;
    let hash = FIRST_HASH;
    for (let at = this.#uidFrom; at < this.#uidTo; at++) {
      const byte = bytes[at]!;
      // A fold is a newline and the space behind it.
      if (byte === NEWLINE) at++;
      else if (byte !== RETURN) hash = hashed(hash, byte);
    }
    return hash;
  }

  /** Where the lines of the event end whose first line after BEGIN:VEVENT begins at `from`; 0 when it is to be read in full. */
  over(from: number): number {
    const bytes = this.#bytes;
    this.#clear();
    let telling: Uint8Array | undefined = BEGIN;
    let next = 0;
    for (let at = from; at < bytes.length; at = next) {
      const folded = bytes[at] === SPACE || bytes[at] === TAB;
      const name = folded ? at : this.#nameEnd(at);
      if (name < 0) return 0;
      next = name;
      while (next < bytes.length && bytes[next] !== NEWLINE) next++;
      const stop = this.#stop(next, name);
      next++;
      this.lines++;
      // The last line of quoted-printable ends so when another one follows it.
      if (bytes[stop - 1] === EQUALS) return 0;
      if (folded) {
        if (telling !== undefined && !(telling === UID && this.#uidThrough(at, stop))) return 0;
        continue;
      }
      telling = this.#telling(at, name);
      if (telling === END && !this.#alarm && this.#is(EVENT, name + 1, stop)) return bytes[name] === COLON && this.#passable(next) ? next : 0;
      if (telling === END || telling === BEGIN) {
        if (!this.#alarmEdge(telling === BEGIN, name, stop)) return 0;
      } else if (this.#alarm) telling = undefined;
      else if (telling !== undefined && !this.#takes(telling, name, stop)) return 0;
    }
    return 0;
  }

  /** Where the name of the line ends that begins at `at`; -1 when it is none that means itself. */
  #nameEnd(at: number): number {
    const bytes = this.#bytes;
    const most = bytes[at] === LETTER_X ? SMALL : CAPITAL;
    let name = at;
    for (let code = bytes[at]!; code !== COLON && code !== SEMICOLON; code = bytes[name]!) {
      const sort = IN_NAMES[code];
      if (sort === undefined || sort === REFUSED || sort > most) return -1;
      name++;
    }
    return name === at ? -1 : name;
  }

  /** Alarms are the only things an event may hold; what is in them tells nothing. */
  #alarmEdge(begins: boolean, name: number, stop: number): boolean {
    if (this.#alarm === begins || this.#bytes[name] !== COLON || !this.#is(ALARM, name + 1, stop)) return false;
    this.#alarm = begins;
    return true;
  }

  #clear(): void {
    this.lines = 0;
    this.#alarm = false;
    this.#start.local = Number.NaN;
    this.#end.local = Number.NaN;
    this.#length = 0;
    this.#uidTo = 0;
    this.#ruleTo = 0;
  }

  /** Where the line's text ends that a newline at `next` closes. */
  #stop(next: number, least: number): number {
    let stop = next;
    while (stop > least && this.#bytes[stop - 1] === RETURN) stop--;
    return stop;
  }

  #telling(from: number, to: number): Uint8Array | undefined {
    for (const name of TELLING[to - from] ?? NONE) if (this.#is(name, from, to)) return name;
    return undefined;
  }

  #is(text: Uint8Array, from: number, to: number): boolean {
    if (to - from !== text.length) return false;
    for (let i = 0; i < text.length; i++) if (this.#bytes[from + i] !== text[i]) return false;
    return true;
  }

  /** Takes the UID, or its next line. False when it has escapes: they would have to be undone to know it again. */
  #uidThrough(from: number, stop: number): boolean {
    this.#uidTo = stop;
    for (let at = from; at < stop; at++) if (this.#bytes[at] === BACKSLASH) return false;
    return true;
  }

  /** False when the line is not one of the plain ones. */
  #takes(telling: Uint8Array, name: number, stop: number): boolean {
    const plain = this.#bytes[name] === COLON;
    switch (telling) {
      case UID:
        if (this.#uidTo > 0 || !plain) return false;
        this.#uidFrom = name + 1;
        return this.#uidThrough(name, stop);
      case DTSTART: return Number.isNaN(this.#start.local) && this.#times.read(name, stop, this.#start);
      case DTEND: return Number.isNaN(this.#end.local) && this.#times.read(name, stop, this.#end);
      case DURATION: return plain && this.#lasts(name + 1, stop);
      case EXDATE: return this.#times.readList(name, stop, this.#exception);
      case RRULE:
        if (this.#ruleTo > 0 || !plain) return false;
        this.#ruleFrom = name + 1;
        this.#ruleTo = stop;
        return true;
      default: return false;
    }
  }

  #lasts(from: number, stop: number): boolean {
    const duration = durationOf(this.#bytes.toString('latin1', from, stop));
    if (duration === undefined || duration.days < 0 || duration.rest < 0) return false;
    this.#length = Math.max(this.#length, duration.days * DAY + duration.rest);
    return this.#length <= MOST_DAYS * DAY;
  }

  /** Whether the event that ended before `next` is surely outside and nothing is to be said of it. */
  #passable(next: number): boolean {
    const bytes = this.#bytes;
    const start = this.#start;
    if (this.#uidTo <= this.#uidFrom || Number.isNaN(start.local) || bytes[next] === SPACE || bytes[next] === TAB) return false;
    let last = start.local + Math.max(this.#length, start.kind === 'date' ? DAY : 0);
    const far = start.local >= this.#window.to + SLACK;
    if (!far && last >= this.#window.from - SLACK) return false;
    if (!Number.isNaN(this.#end.local)) {
      if (!ordinary(start, this.#end, MOST_DAYS)) return false;
      last = Math.max(last, this.#end.local);
    }
    if (this.#ruleTo > 0) {
      const ends = ruleEnds(bytes.toString('latin1', this.#ruleFrom, this.#ruleTo), start.local);
      if (ends === undefined || this.#rules++ > MOST_RULES) return false;
      last += Math.max(0, ends - start.local);
    }
    return far || last < this.#window.from - SLACK;
  }
}
