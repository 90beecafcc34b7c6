// Six kinds of daily metric whose truth is known, for holding intervals against it. All carry a weekly pattern and no effect of any ship.
import type { Random } from '../src/domain/kernel/random.ts';

const WEEK = [0, 0.02, 0.03, 0.02, 0, -0.08, -0.1];

/** Standard normal numbers by Box and Muller, one per call. */
export function normals(random: Random): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

interface Day {
  readonly t: number;
  readonly normal: () => number;
  readonly random: Random;
}

/** What a process adds to the weekly pattern on the log scale, day by day. */
type Process = (seed: { readonly normal: () => number; readonly random: Random }) => (day: Day) => number;

const yearly = (t: number, phase: number): number => Math.sin((2 * Math.PI * t) / 365.25 + phase);

/** A level that keeps `phi` of itself. */
function wandering(phi: number, sd: number, normal: () => number): () => number {
  let level = phi < 1 ? (sd / Math.sqrt(1 - phi * phi)) * normal() : 0;
  return () => {
    const now = level;
    level = phi * level + sd * normal();
    return now;
  };
}

/** Student's t with three degrees of freedom, scaled to variance 1. */
function heavy(normal: () => number): number {
  const chi = normal() ** 2 + normal() ** 2 + normal() ** 2;
  return normal() / Math.sqrt(chi / 3) / Math.sqrt(3);
}

export const PROCESSES: Readonly<Record<string, { readonly says: string; readonly make: Process }>> = {
  A: {
    says: 'a level that wanders 0.3% a day, 3% noise',
    make: ({ normal }) => {
      const level = wandering(1, 0.003, normal);
      return () => level() + 0.03 * normal();
    },
  },
  B: {
    says: 'mean-reverting (0.8) around a trend of 10% a year',
    make: ({ normal }) => {
      const level = wandering(0.8, 0.02, normal);
      return ({ t }) => level() + (0.1 * t) / 365 + 0.02 * normal();
    },
  },
  C: {
    says: 'a yearly season of 10% either way and 20% growth a year',
    make: ({ normal, random }) => {
      const level = wandering(1, 0.0005, normal);
      const phase = 2 * Math.PI * random();
      return ({ t }) => level() + 0.1 * yearly(t, phase) + (0.2 * t) / 365 + 0.03 * normal();
    },
  },
  D: {
    says: 'other launches as unknown steps of 2%, one every 75 days',
    make: ({ normal, random }) => {
      let level = 0;
      return () => {
        if (random() < 1 / 75) level += 0.02 * normal();
        return level + 0.03 * normal();
      };
    },
  },
  E: {
    says: 'heavy tails, and ten unknown holidays a year that take 15%',
    make: ({ normal, random }) => {
      const level = wandering(1, 0.002, normal);
      const holidays = new Set(Array.from({ length: 10 }, () => Math.floor(365 * random())));
      return ({ t }) => level() + 0.03 * heavy(normal) - (holidays.has(t % 365) ? 0.15 : 0);
    },
  },
  F: {
    says: 'a yearly season around a slowly reverting level (0.95)',
    make: ({ normal, random }) => {
      const level = wandering(0.95, 0.01, normal);
      const phase = 2 * Math.PI * random();
      return ({ t }) => level() + 0.06 * yearly(t, phase) + 0.02 * normal();
    },
  },
};

/** `days` of a process, in units of a metric around 12,000. */
export function simulate(name: string, days: number, random: Random): number[] {
  const normal = normals(random);
  const process = PROCESSES[name]!.make({ normal, random });
  const first = Math.floor(7 * random());
  return Array.from({ length: days }, (_, t) => 12_000 * Math.exp(WEEK[(t + first) % 7]! + process({ t, normal, random })));
}
