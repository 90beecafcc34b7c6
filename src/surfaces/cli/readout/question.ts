// From the flags of `throughline readout` to a question. Decides which of the three cases is meant and which flags belong to it.
import type { BeforeAfterQuestion, ExperimentQuestion, PanelQuestion, ReadoutQuestion } from '../../../contract/readout-question.ts';
import { Stopped, type GlobalFlags } from '../door.ts';
import { dayNamed, zoneNamed } from '../audit/flags.ts';
import { daysNamed, listNamed, minEffectNamed, oneOf, splitNamed, wholeNamed, windowNamed } from './flags.ts';

export interface ReadoutFlags extends GlobalFlags {
  readonly experiment?: boolean; readonly panel?: boolean;
  readonly ship?: string; readonly rollout?: string; readonly window?: string; readonly minEffect?: string; readonly direction?: string;
  readonly date?: string; readonly value?: string; readonly denominator?: string; readonly controls?: string; readonly otherShips?: string; readonly holidays?: string;
  readonly grain?: string; readonly combine?: string; readonly kind?: string; readonly start?: string;
  readonly arm?: string; readonly control?: string; readonly treatment?: string; readonly outcome?: string; readonly pre?: string; readonly plannedN?: string; readonly declaredEnd?: boolean; readonly split?: string;
  readonly unit?: string; readonly week?: string; readonly period?: string; readonly treatedFrom?: string;
  readonly dateOrder?: string; readonly decimal?: string; readonly timeZone?: string; readonly sheet?: string; readonly html?: string;
}

type Name = keyof ReadoutFlags;

const SHARED: readonly Name[] = ['minEffect', 'direction', 'dateOrder', 'decimal', 'timeZone', 'sheet', 'html'];
const OWN: Readonly<Record<ReadoutQuestion['case'], readonly Name[]>> = {
  'before-after': ['ship', 'rollout', 'window', 'date', 'value', 'denominator', 'controls', 'otherShips', 'holidays', 'grain', 'combine', 'kind', 'start'],
  experiment: ['experiment', 'arm', 'control', 'treatment', 'outcome', 'kind', 'pre', 'denominator', 'date', 'plannedN', 'declaredEnd', 'split', 'unit', 'week'],
  panel: ['panel', 'unit', 'period', 'value', 'treatedFrom'],
};
const BELONGS: Readonly<Record<ReadoutQuestion['case'], string>> = { 'before-after': 'to a reading before and after a ship', experiment: 'to --experiment', panel: 'to --panel' };

const flagOf = (name: string): string => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

export function questionOf(flags: ReadoutFlags): ReadoutQuestion {
  if (flags.experiment === true && flags.panel === true) throw new Stopped(2, 'A file is read as a test (--experiment) or as a panel (--panel), not as both.');
  const kind = flags.experiment === true ? 'experiment' : flags.panel === true ? 'panel' : 'before-after';
  if (kind === 'before-after' && flags.ship === undefined) {
    throw new Stopped(2, 'Say the day it shipped with --ship, such as --ship 2026-08-01. A test is read with --experiment, units that got it at different times with --panel.');
  }
  refuseForeign(flags, kind);
  return kind === 'before-after' ? beforeAfter(flags) : kind === 'experiment' ? experiment(flags) : panel(flags);
}

function refuseForeign(flags: ReadoutFlags, kind: ReadoutQuestion['case']): void {
  const fits = new Set<string>([...SHARED, ...OWN[kind]]);
  const foreign = Object.values(OWN).flat().find((name) => flags[name] !== undefined && !fits.has(name));
  if (foreign === undefined) return;
  const owner = (Object.keys(OWN) as ReadoutQuestion['case'][]).find((one) => OWN[one].includes(foreign))!;
  throw new Stopped(2, `${flagOf(foreign)} belongs ${BELONGS[owner]}.`);
}

function shared(flags: ReadoutFlags): Pick<ReadoutQuestion, 'direction' | 'minEffect' | 'dateOrder' | 'decimal' | 'timeZone' | 'sheet'> {
  return {
    ...(flags.direction === undefined ? {} : { direction: oneOf('--direction', flags.direction, ['up', 'down']) }),
    ...(flags.minEffect === undefined ? {} : { minEffect: minEffectNamed(flags.minEffect) }),
    ...(flags.dateOrder === undefined ? {} : { dateOrder: oneOf('--date-order', flags.dateOrder, ['day-first', 'month-first']) }),
    ...(flags.decimal === undefined ? {} : { decimal: oneOf('--decimal', flags.decimal, ['point', 'comma']) }),
    ...(flags.timeZone === undefined ? {} : { timeZone: zoneNamed(flags.timeZone) }),
    ...(flags.sheet === undefined ? {} : { sheet: flags.sheet }),
  };
}

function beforeAfter(flags: ReadoutFlags): BeforeAfterQuestion {
  return {
    case: 'before-after', ...shared(flags), ship: dayNamed(flags.ship!), date: flags.date, value: flags.value, denominator: flags.denominator,
    ...(flags.rollout === undefined ? {} : { rollout: dayNamed(flags.rollout) }), ...(flags.window === undefined ? {} : { window: windowNamed(flags.window) }),
    ...(flags.controls === undefined ? {} : { controls: controlsNamed(flags.controls) }), ...(flags.otherShips === undefined ? {} : { otherShips: daysNamed(flags.otherShips) }),
    ...(flags.grain === undefined ? {} : { grain: oneOf('--grain', flags.grain, ['day', 'week']) }), ...(flags.combine === undefined ? {} : { combine: oneOf('--combine', flags.combine, ['sum', 'mean']) }),
    ...(flags.kind === undefined ? {} : { kind: oneOf('--kind', flags.kind, ['count', 'amount']) }), ...(flags.start === undefined ? {} : { start: dayNamed(flags.start) }),
  };
}

function controlsNamed(typed: string): string[] {
  const names = listNamed(typed);
  if (names.length > 5) throw new Stopped(2, `--controls takes at most five columns, named before the ship; there are ${names.length}.`);
  return names;
}

function needed(flags: ReadoutFlags, names: readonly Name[], what: string): void {
  const missing = names.filter((name) => flags[name] === undefined).map(flagOf);
  if (missing.length > 0) throw new Stopped(2, `${what} needs ${missing.join(' and ')}.`);
}

function experiment(flags: ReadoutFlags): ExperimentQuestion {
  needed(flags, ['arm', 'control', 'outcome'], '--experiment');
  if (flags.week !== undefined) needed(flags, ['unit'], '--week');
  return {
    case: 'experiment', ...shared(flags), arm: flags.arm!, control: flags.control!, treatment: flags.treatment, outcome: flags.outcome!, pre: flags.pre, denominator: flags.denominator, date: flags.date,
    ...(flags.kind === undefined ? {} : { kind: oneOf('--kind', flags.kind, ['proportion', 'mean', 'ratio', 'revenue']) }),
    ...(flags.plannedN === undefined ? {} : { plannedUnits: wholeNamed('--planned-n', flags.plannedN) }), ...(flags.declaredEnd === undefined ? {} : { declaredEnd: flags.declaredEnd }),
    ...(flags.split === undefined ? {} : { split: splitNamed(flags.split) }), ...(flags.week === undefined ? {} : { unit: flags.unit!, week: flags.week }),
  };
}

function panel(flags: ReadoutFlags): PanelQuestion {
  needed(flags, ['unit', 'period', 'value', 'treatedFrom'], '--panel');
  return { case: 'panel', ...shared(flags), unit: flags.unit!, period: flags.period!, value: flags.value!, treatedFrom: flags.treatedFrom! };
}
