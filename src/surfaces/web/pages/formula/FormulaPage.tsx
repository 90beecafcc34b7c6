// How a number is worked out: the formula's own document, as it lies in the repository, served with the program.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formulaText } from '../../parts/formula-address.ts';
import { NotFound } from '../../shell/NotFound.tsx';
import { Lead } from '../../ui/Lead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { UntrustedText } from '../../ui/UntrustedText.tsx';

/** Each document is a chunk of its own, read when its page is opened. */
const DOCUMENTS = import.meta.glob<string>('../../../../../docs/formulas/*.md', { query: '?raw', import: 'default' });

export function FormulaPage(): ReactNode {
  const { name = '' }: { readonly name?: string } = useParams({ strict: false });
  const load = DOCUMENTS[`../../../../../docs/formulas/${name}.md`];
  const read = useQuery({ queryKey: ['formula', name], queryFn: async () => formulaText(await load!()), enabled: load !== undefined, staleTime: Infinity });
  if (load === undefined) return <NotFound sentence="There is no formula of this name.">The numbers on a page lead to theirs: open one and follow “How it is worked out”.</NotFound>;
  if (read.isError) throw read.error;
  if (read.data === undefined) return <Skeleton shape="page" words="Reading the formula" />;
  const { title, opening, parts } = read.data;
  return (
    <>
      <Lead><Sentence>{title}</Sentence></Lead>
      {opening !== '' && <Section><UntrustedText text={opening} /></Section>}
      {parts.map((part) => <Section key={part.title} finding={part.title}><UntrustedText text={part.text} /></Section>)}
    </>
  );
}
