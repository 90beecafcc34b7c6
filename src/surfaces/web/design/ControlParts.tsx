// Buttons, keys, menus, dialogs and toasts of the design page.
import { useState, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { CopyLink } from '../ui/CopyLink.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Key } from '../ui/Key.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Section } from '../ui/Section.tsx';
import { toasts } from '../ui/toast-store.ts';
import { Tooltip } from '../ui/Tooltip.tsx';

export function ControlParts(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <Section finding="What is pressed" sub="One filled button a screen; the others are quiet.">
      <div className="design-stack">
        <div className="actions"><Button kind="primary" keys="Enter">Keep the lesson</Button><Button>Read the original</Button><Button kind="link" keys="d">Not so, because …</Button><Button kind="link" small>All 13 rows</Button></div>
        <div className="actions"><Button kind="primary" disabled>Preview 20 changes</Button><Button disabled>Not now</Button><Button kind="link" disabled>Ask again</Button><Button busy>Reading</Button><Button kind="link" keys="z" hintOnly>Another day (hold ?)</Button></div>
        <div className="actions"><Key keys="$mod+k" /><Key keys="g b" /><Key keys="?" /><Key keys="Enter" /><Key keys="Escape" /></div>
        <div className="actions">
          <Menu label="Export" entries={() => [{ id: 'csv', name: 'CSV for a bulk import', run: () => { toasts.show('The file is written'); } }, { id: 'md', name: 'Markdown list', hint: 'for a message', run: () => { toasts.show('The list is copied'); } }, { id: 'linear', name: 'Linear CSV', disabled: true, run: () => undefined }]} />
          <Button onPress={() => setOpen(true)}>Open a dialog</Button>
          <Button onPress={() => { toasts.show('RET-118 is in the plan to close', () => { toasts.show('RET-118 is back'); }); }}>Show a toast</Button>
          <CopyLink />
          <Tooltip words="9 November 2026, 14:02"><button type="button" className="link link-small">11 days ago</button></Tooltip>
        </div>
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title="Close 20 items. You see the exact changes first." foot={<><Button kind="primary" onPress={() => setOpen(false)}>Write the file</Button><Button kind="link" onPress={() => setOpen(false)}>Back to the list</Button></>}>
        <p>Nothing is written to the tracker. You get a file that it can take, and 30 days to undo.</p>
      </Dialog>
    </Section>
  );
}
