// What stands behind the effect: the formula with its values, the days behind it, what was left out, and the frozen inputs, which can be
// computed again on the spot.
import type { ReactNode } from 'react';
import { counterfactualOf, differenceMeasure } from '../../charts/outcome/readout-pictures.ts';
import { readLines } from '../../charts/outcome/readout-story.ts';
import { said, saidRange, type Measure } from '../../charts/outcome/measure.ts';
import { dayShort, timeWords } from '../../data/words.ts';
import type { Column } from '../../ui/Table.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { AppLink } from '../AppLink.tsx';
import { Recompute } from './Recompute.tsx';
import type { Readout } from './readout-words.ts';

type Picture = NonNullable<Readout['report']['picture']>;
interface Row { readonly name: string; readonly measured: string; readonly expected: string; readonly difference: string }

const RELATIVE: Measure = { as: 'share', unit: '%' };
const SHOWN = 8;

export function EffectWhy({ readout }: { readonly readout: Readout }): ReactNode {
  const { report } = readout;
  const { effect, data, picture } = report;
  const relative = effect.relative !== null && report.asked.scale === 'relative';
  const shown = relative ? effect.relative : effect.absolute ?? effect.relative;
  const own = picture === null ? { as: 'number' as const, unit: '' } : differenceMeasure(picture.measure);
  const measure = shown === effect.relative ? RELATIVE : own;
  const rows = picture === null ? undefined : rowsOf(picture);
  const left = [
    data.missing > 0 ? `${data.missing.toLocaleString('en')} without a value.` : '', picture?.case === 'before-after' && picture.points.some(({ side }) => side === 'rollout') ? 'The days of the rollout count on neither side.' : '', data.unread > 0 ? `${data.unread.toLocaleString('en')} rows or cells could not be read.` : '',
  ].filter(Boolean).join(' ');
  return (
    <WhyBody<Row> number={shown === null ? 'no effect' : said(shown.value, measure, { signed: true })} of={shown === null ? '' : `${saidRange(shown.low, shown.high, measure, { signed: true })}, ${Math.round(effect.level * 100)}% interval`}
      formula={<><p className="formula">{formulaOf(readout, own)}</p><p className="formula-words">{report.method.replaceAll('-', ' ')}{report.placebo === null || report.placebo.origins === 0 ? '' : `; its interval is as wide as its errors on ${report.placebo.origins.toLocaleString('en')} past dates with no ship ask for`}.  <AppLink className="link link-small" href={`/formulas/${formulaOfMethod(report)}`}>How it is worked out</AppLink></p></>}
      rows={rows} leftOut={left === '' ? 'Nothing.' : left}
      computed={<>{timeWords(readout.madeAt)} by {readout.engine}, frozen with its inputs: <span className="hash">{readout.inputSha256.slice(0, 8)} … {readout.inputSha256.slice(-4)}</span>. {readLines(report)[0]?.text}</>}>
      <Recompute readout={readout.id} />
    </WhyBody>
  );
}

/** The page of the formula that this case was read by. */
function formulaOfMethod({ case: kind, method }: Readout['report']): string {
  if (kind === 'experiment') return 'randomised-effect';
  if (kind === 'panel') return method.includes('synthetic') ? 'synthetic-control' : 'staggered-rollout';
  return 'counterfactual';
}

function formulaOf({ report }: Readout, own: Measure): ReactNode {
  const { picture, effect } = report;
  if (picture?.case === 'before-after') {
    const { window, measure } = counterfactualOf(report, picture);
    if (window === undefined || effect.absolute === null) return 'Nothing may be computed here.';
    return <>mean measured − mean expected<br />{said(window.actual, measure)} − {said(window.expected, measure)} = <b>{said(effect.absolute.value, own, { signed: true })}</b>{effect.relative !== null && <><br />over {said(window.expected, measure)} = <b>{said(effect.relative.value, RELATIVE, { signed: true })}</b></>}</>;
  }
  if (picture?.case === 'experiment') {
    const control = picture.arms.find((arm) => arm.control);
    const other = picture.arms.find((arm) => !arm.control);
    if (effect.absolute === null || control === undefined || other === undefined) return 'Nothing may be computed here.';
    return <>{other.name} − {control.name}<br />{said(other.value, picture.measure)} − {said(control.value, picture.measure)} = <b>{said(effect.absolute.value, own, { signed: true })}</b></>;
  }
  return effect.absolute === null ? 'Nothing may be computed here.' : <>mean of the units with the change, less what those without it moved = <b>{said(effect.absolute.value, own, { signed: true })}</b></>;
}

function rowsOf(picture: Picture): { readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[]; readonly rowKey: (row: Row) => string } {
  const named = (head: string, third: string): readonly Column<Row>[] => [
    { id: 'name', head, rowHead: true, cell: (row) => row.name }, { id: 'measured', head: picture.case === 'panel' ? 'effect' : 'measured', right: true, cell: (row) => row.measured },
    { id: 'expected', head: third, right: true, cell: (row) => row.expected }, ...(picture.case === 'before-after' ? [{ id: 'difference', head: 'difference', right: true, cell: (row: Row) => row.difference }] : []),
  ];
  const rowKey = (row: Row): string => row.name;
  if (picture.case === 'experiment') {
    return { rowKey, columns: named('Arm', 'units'), rows: picture.arms.map((arm) => ({ name: arm.name, measured: said(arm.value, picture.measure), expected: arm.units.toLocaleString('en'), difference: '' })) };
  }
  const own = differenceMeasure(picture.measure);
  if (picture.case === 'panel') {
    return { rowKey, columns: named('Period', 'interval'), rows: picture.byEventTime.slice(-SHOWN).map(({ event, effect, low, high }) => ({ name: String(event), measured: said(effect, own, { signed: true }), expected: low === null && high === null ? '' : saidRange(low, high, own, { signed: true }), difference: '' })) };
  }
  const inside = picture.points.filter(({ day, side }) => side === 'window' && day >= picture.window.from && day <= picture.window.to).slice(-SHOWN).toReversed();
  const plain: Measure = { ...picture.measure, unit: '' };
  return {
    rowKey, columns: named(picture.grain === 'day' ? 'Day' : 'Week of', 'expected'),
    rows: inside.map(({ day, actual, expected }) => ({
      name: dayShort(day), measured: actual === null ? 'none' : said(actual, plain), expected: expected === null ? '' : said(expected, plain), difference: actual === null || expected === null ? '' : said(actual - expected, plain, { signed: true }),
    })),
  };
}
