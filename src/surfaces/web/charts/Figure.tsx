// A picture with everything that belongs to it: title as a finding, unit line, drawing at the room's width, table on `t`,
// points that open like numbers, caption with the method's caveat. The drawing itself is handed in.
import { useId, useRef, useState, useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { useCommands } from '../ui/keyboard/use-commands.ts';
import { Table, type Column } from '../ui/Table.tsx';
import { useWhy } from '../ui/why-context.ts';
import { WhyPortal } from '../ui/WhyPortal.tsx';
import { pileStep } from './pile-step.ts';
import { useWidth } from './use-width.ts';
import { NARROW_BELOW, type ChartFrame, type PointProps } from './chart-frame.ts';

export interface FigurePoint {
  /** The drawing's id of the mark: `column-365`, `estimate-365`, `point-2026-11-15`, `interval-b-7`. */
  readonly id: string;
  /** Said by a screen reader and at the head of the panel: `34 items, 365 to 540 days`. */
  readonly name: string;
  readonly explain: ReactNode;
  /** The pile it lies on, given from the ground up: arrows up and down then stay on the pile, left and right go to the next one. */
  readonly pile?: string | undefined;
}

export interface FigureProps<Row> {
  /** What the picture shows, as a sentence. */
  readonly title: ReactNode;
  /** Measure, unit, grain. */
  readonly unit?: ReactNode;
  /** The same where it depends on the width, as a square's worth does. */
  readonly renderUnit?: ((frame: ChartFrame) => ReactNode) | undefined;
  readonly caption?: ReactNode;
  readonly table: { readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[]; readonly rowKey: (row: Row) => string };
  /** One sentence for the table's name. */
  readonly summary: string;
  readonly points?: readonly FigurePoint[];
  /** Prefixes the points' ids in the address; unique on the page. */
  readonly id: string;
  readonly wide?: boolean;
  readonly children: (frame: ChartFrame) => ReactNode;
}

export function Figure<Row>({ title, unit, renderUnit, caption, table, summary, points = [], id, wide = true, children }: FigureProps<Row>): ReactNode {
  const [box, width] = useWidth();
  const [asTable, setAsTable] = useState(false);
  const [wanted, setCurrent] = useState(0);
  const current = Math.min(wanted, points.length - 1);
  const why = useWhy();
  const { openId, owner } = useSyncExternalStore(why.store.subscribe, why.store.snapshot, why.store.snapshot);
  const figure = useRef<HTMLElement>(null);
  const head = useId();

  // `t` belongs to the picture with the focus, else to the first on the page.
  const answers = (): boolean => {
    const within = document.activeElement?.closest('figure.figure') ?? document.querySelector('figure.figure');
    return within === figure.current;
  };
  useCommands([{ id: 'figure.table', title: 'Picture as table', group: 'Pictures', keys: 't', when: answers, run: () => setAsTable((shown) => !shown) }]);

  const focusPoint = (at: number): void => {
    const next = points[Math.min(Math.max(at, 0), points.length - 1)];
    if (next === undefined) return;
    setCurrent(points.indexOf(next));
    figure.current?.querySelector<SVGElement>(`[data-number="${CSS.escape(`${id}-${next.id}`)}"]`)?.focus();
  };
  const point = (pointId: string): PointProps | undefined => {
    const at = points.findIndex((one) => one.id === pointId);
    const one = points[at];
    if (one === undefined) return undefined;
    const whyId = `${id}-${pointId}`;
    const toggle = (): void => (openId === whyId ? why.close() : why.open(whyId));
    return {
      className: 'point', role: 'button', tabIndex: at === current ? 0 : -1,
      'aria-label': one.name, 'aria-expanded': openId === whyId && owner !== undefined, 'data-number': whyId, 'data-number-name': one.name,
      'data-open': openId === whyId ? '' : undefined,
      onClick: () => { setCurrent(at); toggle(); },
      onKeyDown: (event: KeyboardEvent) => {
        const step = one.pile === undefined ? { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: points.length - 1 }[event.key] : pileStep(points, at, event.key);
        if (step !== undefined) focusPoint(step);
        else if (event.key === 'Enter' || event.key === ' ') toggle();
        else return;
        event.preventDefault();
      },
    };
  };
  const frame: ChartFrame = { width, narrow: width < NARROW_BELOW, point: points.length > 0 ? point : undefined };
  return (
    <figure ref={figure} className={wide ? 'figure wide' : 'figure'} aria-labelledby={head}>
      <div className="figure-head">
        <div><p className="figure-title" id={head}>{title}</p><p className="figure-unit">{renderUnit !== undefined && width > 0 ? renderUnit(frame) : unit}</p></div>
        <Button kind="link" command="figure.table" pressed={asTable} onPress={() => setAsTable(!asTable)}>{asTable ? 'Picture' : 'Table'}</Button>
      </div>
      <div className="figure-body" ref={box}>
        {asTable ? <Table {...table} label={summary} dense /> : width > 0 && children(frame)}
      </div>
      {caption !== undefined && <figcaption className="figure-caption">{caption}</figcaption>}
      {points.map((one) => <WhyPortal key={one.id} id={`${id}-${one.id}`} explain={one.explain} />)}
    </figure>
  );
}
