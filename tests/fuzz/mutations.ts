// Ways in which an export arrives damaged: the bytes and lines of a file, changed by a seeded hand. Knows no reader.
import type { Random } from '../../src/domain/kernel/random.ts';

export type Mutation = (text: Buffer, random: Random) => Buffer;

function pick(random: Random, below: number): number {
  return Math.floor(random() * below);
}

function lines(text: Buffer): string[] {
  return text.toString('latin1').split('\n');
}

function joined(parts: readonly string[]): Buffer {
  return Buffer.from(parts.join('\n'), 'latin1');
}

const VALUES = ['null', '42', '-1', '1e999', '"x"', '""', '[]', '{}', '[[[]]]', 'true', '{"name":{"name":1}}', '["a",1,null]', '"2024-02-31T00:00:00Z"', '"\\u0000"', '"\\ud800"'];

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flipBytes(text, random) {
    const changed = Buffer.from(text);
    for (let i = 0, n = 1 + pick(random, 8); i < n; i++) changed[pick(random, changed.length)] = pick(random, 256);
    return changed;
  },
  flipStructure(text, random) {
    const changed = Buffer.from(text);
    const signs = Buffer.from('"{}[],:;\n\r\\\0\t', 'latin1');
    for (let i = 0, n = 1 + pick(random, 4); i < n; i++) changed[pick(random, changed.length)] = signs[pick(random, signs.length)]!;
    return changed;
  },
  truncate: (text, random) => text.subarray(0, pick(random, text.length)),
  truncateHead: (text, random) => text.subarray(pick(random, text.length)),
  dropLine(text, random) {
    const parts = lines(text);
    parts.splice(pick(random, parts.length), 1 + pick(random, 3));
    return joined(parts);
  },
  doubleLine(text, random) {
    const parts = lines(text);
    const at = pick(random, parts.length);
    parts.splice(pick(random, parts.length), 0, parts[at]!);
    return joined(parts);
  },
  swapLines(text, random) {
    const parts = lines(text);
    const a = pick(random, parts.length), b = pick(random, parts.length);
    [parts[a], parts[b]] = [parts[b]!, parts[a]!];
    return joined(parts);
  },
  changeValue(text, random) {
    const source = text.toString('latin1');
    const values = [...source.slice(0, 200_000).matchAll(/:\s*("(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?|null|true|false)/g)];
    if (values.length === 0) return MUTATIONS['flipBytes']!(text, random);
    const value = values[pick(random, values.length)]!;
    const end = value.index + value[0].length;
    return Buffer.from(`${source.slice(0, end - value[1]!.length)}${VALUES[pick(random, VALUES.length)]!}${source.slice(end)}`, 'latin1');
  },
  changeCell(text, random) {
    const parts = lines(text);
    const at = pick(random, parts.length);
    const cells = parts[at]!.split(',');
    cells[pick(random, cells.length)] = ['', '29:10.8', '"', '""', '=1+1', '31/Feb/24 1:00 AM', 'x'.repeat(70_000), ',,,', '99999999999'][pick(random, 9)]!;
    parts[at] = cells.join(',');
    return joined(parts);
  },
  changeHeader(text, random) {
    const parts = lines(text);
    const cells = parts[0]!.split(/([,;])/);
    const at = pick(random, cells.length);
    cells[at] = ['Summary', 'Issue key', 'Created', '', 'Clave de incidencia', 'Comment', '"'][pick(random, 7)]!;
    parts[0] = cells.join('');
    return joined(parts);
  },
  changeDelimiter: (text, random) => Buffer.from(text.toString('latin1').replaceAll(',', [';', '\t', '|', ',,'][pick(random, 4)]!), 'latin1'),
  changeKey(text, random) {
    const source = text.toString('latin1');
    const keys = [...source.slice(0, 100_000).matchAll(/"([a-zA-Z_]+)"\s*:/g)];
    if (keys.length === 0) return MUTATIONS['changeHeader']!(text, random);
    const key = keys[pick(random, keys.length)]![1]!;
    return Buffer.from(source.replaceAll(`"${key}"`, `"${key}X"`), 'latin1');
  },
  nest(text, random) {
    const at = pick(random, text.length);
    return Buffer.concat([text.subarray(0, at), Buffer.from('['.repeat(1 + pick(random, 20_000))), text.subarray(at)]);
  },
  lineEnds: (text) => Buffer.from(text.toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
  mark: (text) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text]),
};
