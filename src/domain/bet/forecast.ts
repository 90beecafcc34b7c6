// Who sees whose forecast, how far they lie apart, and which one counts. Knows no names and no screen.
import type { Instant } from '../kernel/instant.ts';

export interface Forecast {
  readonly member: string;
  /** 0.01 to 0.99. */
  readonly probability: number;
  readonly at: Instant;
  readonly words?: string | undefined;
}

/** The latest of each member, in the order members first spoke. */
export function latestForecasts(forecasts: readonly Forecast[]): Forecast[] {
  const latest = new Map<string, Forecast>();
  for (const forecast of [...forecasts].sort((a, b) => a.at - b.at)) latest.set(forecast.member, forecast);
  return [...latest.values()];
}

/**
 * What a member may see: everything once they have given their own or the bet has shipped, else only their own.
 * Others are then counted, never shown.
 */
export function visibleForecasts(forecasts: readonly Forecast[], member: string, shipped: boolean): { readonly seen: Forecast[]; readonly hidden: number } {
  const latest = latestForecasts(forecasts);
  if (shipped || latest.some((forecast) => forecast.member === member)) return { seen: latest, hidden: 0 };
  return { seen: [], hidden: latest.length };
}

/** The forecasts that are scored: each member's last one before the ship, or so far when there is none. */
export function scoredForecasts(forecasts: readonly Forecast[], shippedAt: Instant | undefined): Forecast[] {
  return latestForecasts(shippedAt === undefined ? forecasts : forecasts.filter(({ at }) => at < shippedAt));
}

/** How far apart people are, in points of probability; the pair to talk first. Undefined for fewer than two. */
export function spreadOf(forecasts: readonly Forecast[]): { readonly points: number; readonly low: Forecast; readonly high: Forecast } | undefined {
  if (forecasts.length < 2) return undefined;
  const sorted = [...forecasts].sort((a, b) => a.probability - b.probability);
  const low = sorted[0]!;
  const high = sorted.at(-1)!;
  return { points: high.probability - low.probability, low, high };
}
