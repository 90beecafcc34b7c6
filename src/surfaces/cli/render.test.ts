import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import stringWidth from 'string-width';
import { OPERATIONS } from '../../contract/index.ts';
import { commandOf, render } from './render.ts';
import { jsonText, styleFor, tame, type Style } from './style.ts';
import { fitted, table } from './table.ts';
import { bytesText, counted, durationText, kebab, shown } from './words.ts';

const plain: Style = { strong: (text) => text, faint: (text) => text, dash: '–', ellipsis: '…' };
const page = { columns: 60, style: plain, quiet: false };
const terminal = (env: Record<string, string>, outIsTerminal = true) =>
  ({ out: () => undefined, note: () => undefined, env, inputIsTerminal: false, outIsTerminal, noteIsTerminal: false, columns: 80, workingFolder: '/', onInterrupt: () => () => undefined, now: () => 0, sleep: () => Promise.resolve() });

describe('an answer in a terminal', () => {
  it('opens with its sentence, shows its rows, and ends with how to take it back', () => {
    const value = {
      linked: 1, already: 0,
      undo: { operation: 'item.unlink', input: { items: ['RET-1'], problem: 'P-1' } },
    };
    expect(render({ name: 'item.link', kind: 'command' }, value, page)).toBe(
      '1 item linked.\n\nlinked   1\nalready  0\n\nTake it back: throughline item unlink --items RET-1 --problem P-1\n',
    );
  });

  it('counts what is shown of how much, and says how to see more', () => {
    const value = { items: [{ id: 'itm_1', key: 'RET-1', title: 'Label is cut off', statusClass: 'open' }], total: 42, totalIsExact: true, nextCursor: 'abc=' };
    expect(render({ name: 'item.list', kind: 'query' }, value, page)).toBe(
      "42 items; 1 shown.\n\nkey    title             status class\nRET-1  Label is cut off  open\n\nMore: throughline item list --cursor 'abc='\n",
    );
  });

  it('gives a row the key and title of the item inside it', () => {
    const finding = 'fnd_01M7W5QC8FBAFS9JD61WKX38AA';
    const value = { findings: [{ id: finding, item: { id: 'i', key: 'RET-9', title: 'Old' }, why: 'Untouched 690 days, which is longer than this column is wide' }], total: 1 };
    expect(render({ name: 'finding.list', kind: 'query' }, value, { ...page, columns: 76, quiet: true })).toContain(`RET-9  Old    ${finding}  Untouched 690 days, which is…`);
  });

  it('lets nothing that a tracker wrote steer the terminal', () => {
    const value = { items: [{ key: 'A-1', title: 'a\u001b[2J\u001b]0;owned\u0007b\u009b31m\r\nc\u202e' }], total: 1 };
    const text = render({ name: 'item.list', kind: 'query' }, value, page);
    expect(text).toContain('ab31m c');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it('names every operation as the command it is', () => {
    expect(OPERATIONS.map(({ name }) => commandOf(name))).toContain('throughline lineage rule-add');
  });
});

describe('text from outside', () => {
  it('keeps no control character, whatever it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = jsonText({ text });
      const leaks = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/.test(tame(text)) || /[\u007f-\u009f]/.test(json);
      return !leaks && (JSON.parse(json) as { text: string }).text === text;
    }));
  });
});

describe('a table', () => {
  it('never grows wider than the terminal while columns can give way, and shows where it cut', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string(), fc.string({ minLength: 20 })), { minLength: 1 }), fc.integer({ min: 30, max: 120 }), (rows, width) => {
      for (const line of table([{ heading: 'key' }, { heading: 'title' }], rows, width, plain)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }));
    expect(fitted('日本語のタイトル', 7, '…')).toBe('日本語…');
  });

  it('puts numbers on the right', () => {
    expect(table([{ heading: 'n', right: true }], [['1'], ['100']], 20, plain)).toEqual(['  n', '  1', '100']);
  });
});

describe('colour', () => {
  it('is off where nobody sees it or somebody said so, and on when forced', () => {
    const strong = (env: Record<string, string>, isTerminal: boolean, color?: boolean): boolean =>
      styleFor(terminal(env, isTerminal), color === undefined ? {} : { color }).strong('x') !== 'x';
    expect(strong({}, true)).toBe(true);
    expect(strong({}, false)).toBe(false);
    expect(strong({ NO_COLOR: '1' }, true)).toBe(false);
    expect(strong({ NO_COLOR: '' }, true)).toBe(true);
    expect(strong({ TERM: 'dumb' }, true)).toBe(false);
    expect(strong({ FORCE_COLOR: '1' }, false)).toBe(true);
    expect(strong({ FORCE_COLOR: '1' }, true, false)).toBe(false);
  });

  it('gives way to plain signs where the terminal knows no UTF-8', () => {
    expect(styleFor(terminal({ LANG: 'C' }), {}).ellipsis).toBe('...');
    expect(styleFor(terminal({ LANG: 'de_DE.UTF-8' }), {}).ellipsis).toBe('…');
  });
});

describe('words', () => {
  it('read as a person would write them', () => {
    expect([counted(1, 'item'), counted(1234, 'entry'), counted(0, 'day')]).toEqual(['1 item', '1,234 entries', '0 days']);
    expect([bytesText(999), bytesText(41_300_000)]).toEqual(['999 bytes', '41.3 MB']);
    expect([durationText(0.2), durationText(200), durationText(7_200)]).toEqual(['about 1 second', 'about 3 minutes', 'about 2 hours']);
    expect([kebab('statusClass'), kebab('rule_add')]).toEqual(['status-class', 'rule-add']);
    expect([shown([1, 'b']), shown({ on: true }), shown(0.12345)]).toEqual(['1, b', 'on yes', '0.123']);
  });
});
