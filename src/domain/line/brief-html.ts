// A hand-off brief as one self-contained page that prints on one A4 sheet: no script, nothing from the network, the reader's own colours.
// Text from records is shown, never interpreted.
import type { BriefPage } from './brief.ts';
import { dayWords } from './words.ts';

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function plain(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => MARKS[mark]!);
}

const STYLE = `
:root { color-scheme: light dark; font: 400 15px/1.45 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
body { max-width: 680px; margin: 0 auto; padding: 40px 24px 64px; overflow-wrap: anywhere; }
h1, h2, p, blockquote { margin: 0; }
.head { display: flex; justify-content: space-between; gap: 16px; font-size: 13px; padding-bottom: 10px; border-bottom: 1.5px solid currentColor; margin-bottom: 22px; }
h1 { font-size: 24px; line-height: 1.25; font-weight: 520; letter-spacing: -.02em; text-wrap: balance; }
section { margin-top: 20px; break-inside: avoid; }
h2 { font-size: 16px; font-weight: 600; display: flex; justify-content: space-between; align-items: baseline; gap: 16px; }
h2 small { font-weight: 400; font-size: 12px; white-space: nowrap; opacity: .75; }
section p { margin-top: 5px; }
footer { margin-top: 26px; padding-top: 12px; border-top: 1.5px solid currentColor; break-inside: avoid; }
footer .line { display: flex; gap: 24px; }
footer .line span { flex: 1; border-bottom: 1px solid currentColor; min-height: 26px; }
blockquote { margin-top: 6px; padding-left: 12px; border-left: 2px solid currentColor; }
.not { margin-top: 12px; font-size: 12px; opacity: .75; }
@media print { :root { color-scheme: light; font-size: 11.5px; } @page { size: A4; margin: 14mm 16mm; } body { max-width: none; padding: 0; } h1 { font-size: 20px; } h2 { font-size: 13px; } section { margin-top: 12px; } footer { margin-top: 14px; } }
`;

/** The whole document as text. */
export function briefHtml({ title, sentence, sections, notClaimed, acknowledgement }: BriefPage): string {
  const madeOn = sections[0] === undefined ? '' : dayWords(sections[0].asOf, true);
  const parts = sections.map(({ heading, paragraphs, grade, asOf }, at) =>
    `<section><h2><span>${at + 1}. ${plain(heading)}</span><small>${grade}, ${dayWords(asOf, true)}</small></h2>${paragraphs.map((text) => `<p>${plain(text)}</p>`).join('')}</section>`);
  const foot = acknowledgement === undefined
    ? '<p>Taken over by, on, and in own words what is taken over:</p><div class="line"><span></span><span></span></div><div class="line"><span></span></div>'
    : `<p>Taken over by ${plain(acknowledgement.by)} on ${dayWords(acknowledgement.on, true)}, in own words:</p><blockquote>${plain(acknowledgement.backBrief)}</blockquote>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="referrer" content="no-referrer"><title>${plain(title)}</title><style>${STYLE}</style></head>
<body><div class="head"><span>${plain(title)}</span><span>${madeOn}</span></div><main><h1>${plain(sentence)}</h1>${parts.join('')}</main><footer>${foot}<p class="not">Not claimed: ${notClaimed.map(plain).join('; ')}.</p></footer></body></html>
`;
}
