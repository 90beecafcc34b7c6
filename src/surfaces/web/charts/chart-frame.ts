// What every drawing gets besides its data: how wide it is, and what makes a mark reachable. Knows no chart.
import type { KeyboardEvent, MouseEvent } from 'react';

/** Props of a mark that opens like a number does. Static drawings (a report, a mail) have none. */
export interface PointProps {
  readonly className: 'point';
  readonly role: 'button';
  readonly tabIndex: 0 | -1;
  readonly 'aria-label': string;
  readonly 'aria-expanded': boolean;
  readonly 'data-number': string;
  readonly 'data-number-name': string;
  readonly 'data-open': '' | undefined;
  readonly onClick: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export interface ChartFrame {
  /** Pixels the drawing may take. It is redrawn at each width, never scaled. */
  readonly width: number;
  /** True below 520 px: fewer ticks, shorter words. */
  readonly narrow: boolean;
  /** Present when marks can be opened. `id` as in the figure's `points`. */
  readonly point?: ((id: string) => PointProps | undefined) | undefined;
}

export const NARROW_BELOW = 520;

/** A frame for drawing without a browser. Example: `staticFrame(712)` for the report. */
export function staticFrame(width: number): ChartFrame {
  return { width, narrow: width < NARROW_BELOW };
}

/** One decimal is finer than any screen shows, and keeps the markup short. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}
