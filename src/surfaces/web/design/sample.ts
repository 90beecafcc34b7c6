// Sample data for the design page: one obviously sample company, numbers chosen to be plausible and to add up.
import type { UnitChartData, UnitColumn } from '../charts/UnitChart.tsx';

const AGES: readonly [string, string, string, number, number, number, number, number | undefined, number, number][] = [
  ['0', 'under 30', '<30', 52, 10, 12, 0, undefined, 0, 0],
  ['30', '30 to 60', '30+', 31, 9, 18, 0, 0.61, 0.58, 0.64],
  ['60', '60 to 90', '60+', 21, 9, 17, 0, 0.44, 0.41, 0.47],
  ['90', '90 to 120', '90+', 14, 6, 21, 0, 0.33, 0.3, 0.36],
  ['120', '120 to 180', '120+', 15, 10, 27, 0, 0.26, 0.23, 0.29],
  ['180', '180 to 270', '180+', 13, 6, 30, 0, 0.16, 0.13, 0.19],
  ['270', '270 to 365', '270+', 7, 3, 28, 0, 0.091, 0.066, 0.119],
  ['365', '365 to 540', '365+', 3, 5, 0, 26, 0.047, 0.026, 0.072],
  ['540', '540 and over', '540+', 1, 6, 0, 12, 0.029, 0.011, 0.052],
];

/** The Backlog picture; `times` multiplies the items to show a large tracker. */
export function sampleBacklog(times = 1): UnitChartData {
  return {
    columns: AGES.map(([id, label, short, solid, tone, open, bad, share, low, high]): UnitColumn => ({
      id, label, short,
      counts: { solid: solid * times, tone: tone * times, open: open * times, bad: bad * times },
      ...(share === undefined ? {} : { estimate: { share, low, high, flagged: high < 0.1 } }),
    })),
    line: 0.1,
    upper: { words: ['Open items,', 'by days since a', 'human touch'] },
    lower: { words: ['Finished', 'within the', 'next year'], more: ['of past items', 'at that age'], short: 'Finished in the next year, past items at age' },
  };
}

export interface SampleItem {
  readonly key: string;
  readonly title: string;
  readonly by: string;
  readonly days: number;
  readonly chip: { readonly share: number; readonly low: number; readonly high: number };
}

const OLD = { share: 0.029, low: 0.011, high: 0.052 };
const OLDER = { share: 0.047, low: 0.026, high: 0.072 };

export const SAMPLE_ITEMS: readonly SampleItem[] = [
  { key: 'RET-118', title: 'Export returns to a second spreadsheet layout', by: 'sales', days: 812, chip: OLD },
  { key: 'RET-131', title: 'Dark theme for the label preview', by: 'support', days: 744, chip: OLD },
  { key: 'RET-164', title: 'Let shops rename “reason” to “motive”', by: 'sales', days: 690, chip: OLD },
  { key: 'RET-172', title: 'Fax confirmation for wholesale returns', by: 'sales', days: 655, chip: OLD },
  { key: 'RET-190', title: 'Support the 2023 carrier tariff file', by: 'finance', days: 611, chip: OLD },
  { key: 'RET-229', title: 'Second approval step for refunds over 500', by: 'from above', days: 498, chip: OLDER },
  { key: 'RET-277', title: 'Store credit in several currencies at once, so that shops with customers abroad do not convert by hand and never have to explain a rounding difference to anybody', by: 'from above', days: 402, chip: OLDER },
];

export const SAMPLE_MARKDOWN = `## Steps\n\n1. Open the **return**\n2. Press _print_, see \`ERR_PRINTER\`\n\n> happened twice at Demo Garden\n\n- [x] reproduced\n- [ ] fixed\n\n| browser | prints |\n|---|---|\n| one | no |\n\n![the dialog](https://example.com/dialog.png) and [the report](https://example.com/report)\n\n<script>alert('dead')</script>`;
export const SAMPLE_WIKI = `h3. Steps\n# Open the *return*\n# Press _print_\n## see {{ERR_PRINTER}}\n\n{quote}happened twice at Demo Garden{quote}\n||browser||prints||\n|one|no|\n[the report|https://example.com/report] by [~sample.person], {color:red}urgent{color}\n{code:java}\nif (printer == null) { return; } // <script>dead</script>\n{code}`;
