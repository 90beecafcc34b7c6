// The sheet every report stands on: one self-contained page that works offline, prints on A4, holds no script and asks the network
// for nothing. Knows no report.
import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PAGE_CSS } from './page-style.ts';
import { ReportMark } from './ReportMark.tsx';
import { TOKENS_CSS } from './tokens-css.ts';

export interface ReportPageProps {
  /** What the browser's tab says. */
  readonly title: string;
  /** The name of the command, such as `audit`. */
  readonly name: string;
  /** What stands on the right of the head: files, dates. */
  readonly about: ReactNode;
  readonly children: ReactNode;
}

export function ReportPage({ title, name, about, children }: ReportPageProps): ReactNode {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta httpEquiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: `${TOKENS_CSS}${PAGE_CSS}` }} />
      </head>
      <body>
        <div className="sheet">
          <header className="head"><span><ReportMark />Throughline {name}</span><span>{about}</span></header>
          <main>{children}</main>
        </div>
      </body>
    </html>
  );
}

/** The whole document as text. */
export function pageHtml(page: ReactElement<ReportPageProps>): string {
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}
