// Doubt, while it is cheap: what else could be done, what would change your mind, how it will have failed, who decided and who disagreed.
import type { ReactNode } from 'react';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { PartProps } from './draft-part.ts';

export function DraftDoubt({ field }: PartProps): ReactNode {
  return (
    <Section finding="Doubt, while it is cheap">
      <TextField label="What else could be done" hint="One a line, doing nothing included." multiline {...field('alternatives')} />
      <TextField label="What would change your mind" hint="Something you could see before the ship." multiline maxLength={1000} {...field('changeMyMind')} />
      <TextField label="A year on it has failed: why?" optional multiline maxLength={1000} {...field('preMortem')} />
      <TextField label="Who decided" optional maxLength={300} {...field('decidedBy')} />
      <TextField label="Who disagreed, and why" optional multiline maxLength={600} {...field('disagreed')} />
    </Section>
  );
}
