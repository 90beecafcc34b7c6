// The report's own style over the house's names for colour, type and space. No address, no script, no font but the reader's.

export const PAGE_CSS = `
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 16px; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; background: var(--paper); }
body { margin: 0; background: var(--paper); color: var(--ink); font: var(--t-ui); font-optical-sizing: auto; font-feature-settings: "calt", "ss03", "cv05"; text-rendering: optimizeLegibility; overflow-wrap: break-word; }
p, h1, h2, h3, ul, ol, dl, dd, figure, table, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: inherit; }
p, li, dd, figcaption { text-wrap: pretty; }
b { font-weight: 600; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
::selection { background: var(--marker); color: var(--ink); }
.sheet { max-width: 808px; margin: 0 auto; padding: 56px 24px 96px; }
.head { display: flex; justify-content: space-between; gap: 20px; font: var(--t-small); color: var(--muted); border-bottom: 1.5px solid var(--ink); padding-bottom: 12px; margin-bottom: 36px; }
.head > span:first-child { display: flex; gap: 10px; align-items: center; white-space: nowrap; }
h1 { font: var(--t-sentence); letter-spacing: -.0215em; text-wrap: balance; max-width: 27em; }
h2 { font: var(--t-h2); letter-spacing: -.0115em; max-width: 36em; }
h3 { font: 600 .875rem/1.25rem var(--face); margin-top: 18px; }
.lede { font: var(--t-read); color: var(--ink-2); max-width: 40em; margin-top: 14px; }
.number { text-decoration: underline dotted 1.5px; text-decoration-color: var(--edge); text-underline-offset: .2em; text-decoration-skip-ink: none; }
.number:hover { text-decoration-style: solid; text-decoration-color: var(--ink); }
:target { scroll-margin-top: 24px; }
pre, .command { font: var(--t-code); }
pre { background: var(--surface); border: 1px solid var(--line); border-radius: var(--r-small); padding: 12px 14px; margin-top: 24px; white-space: pre-wrap; overflow-wrap: anywhere; }
section { margin-top: var(--s7); }
section > h2 + * { margin-top: 12px; }
.sub { font: var(--t-small); color: var(--muted); max-width: 54em; margin-top: 8px; }
table { border-collapse: collapse; width: 100%; font: var(--t-ui); }
th { font: var(--t-small); color: var(--muted); text-align: left; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--edge); vertical-align: bottom; }
tbody th { font: var(--t-ui); color: var(--ink); padding-block: 8px; border-bottom: 1px solid var(--line); vertical-align: top; }
td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td:last-child, th:last-child { padding-right: 0; }
tbody tr:last-child > * { border-bottom: 0; }
.right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.key { color: var(--muted); overflow-wrap: anywhere; }
td.title { overflow-wrap: anywhere; min-width: 11em; }
td .why { display: block; font: var(--t-small); color: var(--muted); margin-top: 3px; max-width: 46em; }
.no-wrap { white-space: nowrap; }
.link { text-decoration-color: var(--edge); text-underline-offset: .2em; }
mark { background: var(--marker); color: var(--ink); border-radius: var(--r-mark); padding: .06em .14em; margin: 0 -.04em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.figure { margin-top: 28px; }
.figure-title { font: var(--t-figure); letter-spacing: -.006em; }
.figure-unit { font: var(--t-small); color: var(--muted); margin: 1px 0 14px; }
figcaption { font: var(--t-small); color: var(--muted); margin-top: 10px; max-width: 54em; }
details { margin-top: 10px; font: var(--t-small); color: var(--muted); }
summary { cursor: pointer; min-height: 24px; width: fit-content; text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .25em; }
details table { font: var(--t-small); color: var(--ink); margin-top: 6px; }
details tbody th { font: var(--t-small); }
.chart { display: block; overflow: visible; max-width: 100%; height: auto; }
.chart text { font: var(--t-chart); font-variant-numeric: tabular-nums; fill: var(--muted); paint-order: stroke; stroke: var(--paper); stroke-width: 3.5px; stroke-linejoin: round; }
.chart .t-ink { fill: var(--ink); }
.chart .t-bold { fill: var(--ink); font-weight: 560; }
.chart .t-accent { fill: var(--accent); font-weight: 520; }
.chart .t-good { fill: var(--good); font-weight: 560; }
.chart .t-bad { fill: var(--bad); font-weight: 560; }
.chart .t-tiny { font-size: 11px; }
.chart .point-ring { fill: none; stroke: none; }
.chart-legend .swatch { display: inline-block; width: 9px; height: 9px; margin: 0 1px 0 2px; vertical-align: -.5px; }
.swatch-goal { background: var(--ink); }
.swatch-lights { background: color-mix(in srgb, var(--edge) 55%, var(--paper)); }
.swatch-nopath { box-shadow: inset 0 0 0 1px var(--edge); }
.swatch-aged { background: var(--bad-band); box-shadow: inset 0 0 0 1px var(--bad); }
.bad { color: var(--bad); }
.narrow { display: none; }
.group { border-top: 1px solid var(--line); padding: 12px 0; }
.group:last-child { border-bottom: 1px solid var(--line); }
.group li { display: grid; grid-template-columns: minmax(72px, max-content) minmax(0, 1fr); column-gap: 16px; font: var(--t-read); line-height: 1.5rem; }
.group .key { font: var(--t-ui); line-height: 1.5rem; max-width: 16em; }
.group .why { font: var(--t-small); color: var(--muted); margin-top: 4px; }
.cannot { border: 1px dashed var(--edge); border-radius: var(--r); padding: 14px 16px; color: var(--ink-2); max-width: 44em; }
.cannot + .cannot { margin-top: 12px; }
.cannot b { color: var(--ink); }
.cannot p + p { color: var(--muted); margin-top: 4px; }
.facts { display: grid; grid-template-columns: 148px minmax(0, 1fr); }
.facts > * { padding: 9px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.facts dt { color: var(--muted); padding-right: 16px; }
.hash { font: 400 .75rem/1.2 var(--mono); overflow-wrap: anywhere; }
.next { display: flex; flex-wrap: wrap; align-items: baseline; gap: 10px 24px; border-top: 1.5px solid var(--ink); padding-top: 16px; margin-top: var(--s7); }
.next p { flex: 1 1 20em; font: var(--t-read); line-height: 1.5rem; }
.command { overflow-wrap: anywhere; }
@media (max-width: 720px) {
  :root { --t-sentence: 520 1.5625rem/2rem var(--face); --t-h2: 560 1.1875rem/1.625rem var(--face); --s7: 48px; }
  .sheet { padding: 28px 20px 64px; }
  .head { display: block; }
  .head > span + span { display: block; margin-top: 4px; }
  .wide { display: none; }
  .narrow { display: block; }
  .facts, .group li { grid-template-columns: minmax(0, 1fr); }
  .facts dd { border-top: 0; padding-top: 0; }
  .facts dt { padding-bottom: 2px; }
  td.title { min-width: 6em; }
  td, th { padding-right: 9px; }
  .wide-cell { display: none; }
  th.right, details td.right { white-space: normal; }
  details table { table-layout: fixed; }
}
@media (forced-colors: active) { .chart, mark, .swatch { forced-color-adjust: none; } }
@media print {
  :root, :root[data-theme] { color-scheme: light; --paper: #fff; --surface: #fff; --band: #e3e3e0; }
  @page { size: A4; margin: 18mm 16mm; }
  html { font-size: 13px; }
  .sheet { max-width: none; padding: 0; }
  h1 { font-size: 1.75rem; line-height: 2.1rem; }
  section, .next { margin-top: 28px; }
  .number { text-decoration: none; }
  details { display: none; }
  .figure, .group, .cannot, tr { break-inside: avoid; }
  h2, thead { break-after: avoid; }
  a.link[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; color: var(--muted); overflow-wrap: anywhere; }
}
`;
