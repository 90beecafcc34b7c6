// The house's names for colour, type and space, as the web has them. Made by scripts/published.ts from the web's tokens.css.

export const TOKENS_CSS = `/* Names for colour, type, space. Every value has one name and both themes; nothing else in the house writes a colour. */
:root { color-scheme: light dark; }

:root {
  --paper: light-dark(#FDFDFC, #131416);
  --surface: light-dark(#F5F5F2, #1B1D20);
  --sunk: light-dark(#EBEBE6, #25282C);
  --ink: light-dark(#17191C, #ECECE8);
  --ink-2: light-dark(#3D4248, #C8CACC);
  --muted: light-dark(#5C6269, #9DA2A9);
  --line: light-dark(#DDDDD7, #2F3237);
  --edge: light-dark(#82878E, #747A82);
  --accent: light-dark(#2445C6, #9FB2FF);
  --good: light-dark(#0B6E63, #5CC9B8);
  --bad: light-dark(#AD3F09, #FF9C69);
  --unknown: light-dark(#646A72, #A2A7AE);
  --marker: light-dark(#FFEFA3, #4D4212);
  --marker-rule: light-dark(#E5C94A, #A08A2C);

  --band: color-mix(in srgb, var(--unknown) 16%, transparent);
  --band-2: color-mix(in srgb, var(--unknown) 26%, transparent);
  --good-band: color-mix(in srgb, var(--good) 22%, transparent);
  --bad-band: color-mix(in srgb, var(--bad) 22%, transparent);
  --accent-band: color-mix(in srgb, var(--accent) 12%, transparent);
  --tone-1: color-mix(in oklab, var(--ink) 58%, var(--paper));
  --tone-2: color-mix(in oklab, var(--ink) 36%, var(--paper));
  --tone-3: color-mix(in oklab, var(--ink) 21%, var(--paper));
  --tone-4: color-mix(in oklab, var(--ink) 10%, var(--paper));
  --on-ink-edge: color-mix(in srgb, var(--paper) 45%, transparent);
}
/* A part of the page may show the other theme (the design page does): light-dark() is resolved where it is used. */
[data-theme] { background: var(--paper); color: var(--ink); }
[data-theme="light"] { color-scheme: light; }
[data-theme="dark"] { color-scheme: dark; }

:root {
  --face: "Inter Variable", Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", Menlo, monospace;
  --t-sentence: 500 2rem/2.5rem var(--face);
  --t-why: 500 2.25rem/2.5rem var(--face);
  --t-h2: 560 1.25rem/1.75rem var(--face);
  --t-stop: 560 1.125rem/1.625rem var(--face);
  --t-read: 400 1rem/1.625rem var(--face);
  --t-figure: 560 .9375rem/1.375rem var(--face);
  --t-ui: 400 .875rem/1.25rem var(--face);
  --t-strong: 560 .875rem/1.25rem var(--face);
  --t-small: 400 .8125rem/1.125rem var(--face);
  --t-small-strong: 600 .8125rem/1.125rem var(--face);
  --t-chart: 400 12.5px/1 var(--face);
  --t-key: 500 .71875rem/1 var(--face);
  --t-code: 400 .8125rem/1.375rem var(--mono);

  --s1: 4px;
  --s2: 8px;
  --s3: 12px;
  --s4: 16px;
  --s5: 24px;
  --s6: 40px;
  --s7: 64px;
  --s8: 96px;

  --nav: 216px;
  --text: 760px;
  --gap: 56px;
  --margin: 264px;
  --why: 352px;
  --r: 6px;
  --r-small: 4px;
  --r-mark: 2px;
  --row: 40px;
  --shadow: 0 8px 28px rgb(0 0 0 / .18);
  --ease: cubic-bezier(.2, .7, .3, 1);
}

@media (prefers-contrast: more) {
  :root { --line: var(--edge); --muted: var(--ink-2); }
}
`;
