// How a brief leaves the page: printed on one A4 side, as Markdown or HTML in a file, or copied. Nothing is sent anywhere.
import { useState, type ReactNode } from 'react';
import { ask, errorWords } from '../../data/ask.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { toasts } from '../../ui/toast-store.ts';

type Format = 'markdown' | 'html';
const TYPES: Readonly<Record<Format, string>> = { markdown: 'text/markdown', html: 'text/html' };

function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** `over`: its words are more than one side holds. */
export function BriefLeaves({ handOff, over, edit }: { readonly handOff: string; readonly over: boolean; readonly edit: ReactNode }): ReactNode {
  const [error, setError] = useState<string>();
  const given = async (format: Format, use: (text: string, fileName: string) => void | Promise<void>): Promise<void> => {
    setError(undefined);
    try {
      const { text, fileName } = await ask('line.brief', { handOff, format });
      if (text !== undefined) await use(text, fileName);
    } catch (problem) {
      setError(errorWords(problem));
    }
  };
  const save = (format: Format) => (): void => void given(format, (text, fileName) => saveFile(fileName, text, TYPES[format]));
  const copy = (): void => void given('markdown', async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      toasts.show('The brief is copied as Markdown');
    } catch {
      toasts.show('The clipboard is closed to this page. The Markdown file has the same words.');
    }
  });
  const print = (): void => window.print();
  useCommands([
    { id: 'brief.print', title: 'Print the brief', group: 'This brief', keys: 'p', run: print },
    { id: 'brief.copy', title: 'Copy the brief as Markdown', group: 'This brief', keys: 'm', run: copy },
    { id: 'brief.markdown', title: 'Save the brief as Markdown', group: 'This brief', run: save('markdown') }, { id: 'brief.html', title: 'Save the brief as HTML', group: 'This brief', run: save('html') },
  ]);
  return (
    <div className="brief-leaves">
      <p className="actions">
        <Button kind="primary" command="brief.print" onPress={print}>Print it</Button>{edit}
        <Button kind="link" command="brief.copy" onPress={copy}>Copy as Markdown</Button><Button kind="link" onPress={save('markdown')}>Save as Markdown</Button><Button kind="link" onPress={save('html')}>Save as HTML</Button>
      </p>
      {error !== undefined && <p className="field-error" role="alert">{error}</p>}
      {over && <p>Its words are more than one A4 side holds; shorter ones are read more often.</p>}
      <p className="small muted">What you print or save is all that leaves; nobody else can open this page.</p>
    </div>
  );
}
