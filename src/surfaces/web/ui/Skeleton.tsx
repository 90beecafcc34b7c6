// The shape of what is coming, after 300 ms of nothing. Keeps the final layout; no shimmer.
import { useEffect, useState, type ReactNode } from 'react';

const WAIT_MS = 300;

/** `shape` chooses the parts: a page (sentence, picture, rows), rows, a picture, or lines of text. `words` says what is being read. */
export function Skeleton({ shape = 'lines', rows = 6, words = 'Reading' }: { readonly shape?: 'page' | 'rows' | 'figure' | 'lines'; readonly rows?: number; readonly words?: string }): ReactNode {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  return <div className="wide" role="status" aria-label={words} aria-busy="true">{late && <SkeletonShape shape={shape} rows={rows} />}</div>;
}

function SkeletonShape({ shape, rows }: { readonly shape: 'page' | 'rows' | 'figure' | 'lines'; readonly rows: number }): ReactNode {
  const bar = (width: string, kind = ''): ReactNode => <div className={`skeleton-bar ${kind}`} style={{ width }} />;
  const figure = <div className="skeleton-figure">{[82, 64, 52, 46, 58, 55, 42, 38, 22].map((height) => <span key={height} style={{ height: `${height}%` }} />)}</div>;
  const list = Array.from({ length: rows }, (_, at) => <div key={at} className="skeleton-row">{bar(['72%', '58%', '64%', '49%'][at % 4] ?? '60%')}</div>);
  if (shape === 'rows') return <div className="skeleton">{list}</div>;
  if (shape === 'figure') return <div className="skeleton">{bar('38%')}{figure}</div>;
  if (shape === 'lines') return <div className="skeleton">{bar('92%')}{bar('86%')}{bar('61%')}</div>;
  return (
    <div className="skeleton">
      {bar('64%', 'skeleton-sentence')}{bar('52%', 'skeleton-sentence')}{bar('34%')}
      <div style={{ height: 28 }} />{figure}<div style={{ height: 48 }} />{list}
    </div>
  );
}
