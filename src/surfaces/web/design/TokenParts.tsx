// Colours, type and space of the design page, each by its name, in both themes side by side.
import type { ReactNode } from 'react';
import { Section } from '../ui/Section.tsx';

const COLOURS = ['paper', 'surface', 'sunk', 'ink', 'ink-2', 'muted', 'edge', 'line', 'accent', 'good', 'bad', 'unknown', 'marker', 'tone-1', 'tone-2', 'tone-3', 'tone-4'];
const TYPE = [['sentence', 'It worked, though below the middle'], ['why', '8.5%'], ['h2', 'Each kind against its line'], ['stop', 'Two decisions wait on you'], ['read', 'You see the exact changes first.'], ['figure', 'Customers fell from 5.4 to 2.8 hours'], ['ui', 'Dark theme for the label preview'], ['small', 'Tracker export of 20 November, 13:40.'], ['chart', '365 to 540'], ['key', 'Ctrl K'], ['code', 'sha256 0ec3320c 747b']] as const;

export function TokenParts(): ReactNode {
  return (
    <>
      <Section wide finding="Colour is a verdict; ink does the work">
        <div className="two">
          {(['light', 'dark'] as const).map((name) => (
            <div key={name} data-theme={name} className="design-colours">
              {COLOURS.map((colour) => <p key={colour}><i style={{ background: `var(--${colour})` }} />{colour}</p>)}
            </div>
          ))}
        </div>
      </Section>
      <Section finding="Type">
        {TYPE.map(([name, words]) => <p key={name} className="design-type"><span className="muted small">{name}</span><span style={{ font: `var(--t-${name})` }}>{words}</span></p>)}
      </Section>
    </>
  );
}
