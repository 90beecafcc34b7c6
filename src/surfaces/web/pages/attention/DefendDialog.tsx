// Marking a meeting as defending an approved bet once more: pick the bet, or take the mark away. The hours are summed bet by bet.
import { useState, type ReactNode } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { SearchField } from 'react-aria-components/SearchField';
import { useAsk, useDo } from '../../data/ask.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { titleOf, type EventRow } from './attention-words.ts';

export function DefendDialog({ event, onClose }: { readonly event: EventRow; readonly onClose: () => void }): ReactNode {
  const bets = useAsk('bet.list', { state: 'all' });
  const [typed, setTyped] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const defend = useDo('attention.defend', { said: ({ says }) => says, done: onClose });
  return (
    <Dialog open onClose={onClose} title={`Which approved bet did “${titleOf(event)}” defend again?`}
      foot={<>{event.bet !== undefined && <Button onPress={() => defend.mutate({ event: event.event, bet: null })}>It defended none</Button>}<Button kind="link" onPress={onClose}>Leave it as it is</Button></>}>
      <p className="muted">Its time then counts as re-defending approved work and adds to the hours that bet cost after it was approved.</p>
      <Answered asked={bets} words="Reading the bets">
        {({ bets: all }) => (all.length === 0
          ? <p>No bet is written down yet, so there is none to defend.</p>
          : (
            <div className="picker">
              <Autocomplete inputValue={typed} onInputChange={setTyped} filter={(text, words) => words.trim().split(/\s+/).every((word) => contains(text, word))}>
                <SearchField aria-label="Find a bet" autoFocus><Input className="input" placeholder="Find a bet" /></SearchField>
                <Menu className="menu picker-menu" aria-label="Bets" items={all} onAction={(id) => defend.mutate({ event: event.event, bet: String(id) })} renderEmptyState={() => <p className="picker-none">No bet has these words.</p>}>
                  {(bet) => <MenuItem id={bet.id} textValue={`${bet.key} ${bet.claim}`} className="menu-item"><span className="picker-key">{bet.key}</span><span>{bet.claim}</span></MenuItem>}
                </Menu>
              </Autocomplete>
            </div>
          ))}
      </Answered>
      {defend.isError && <AskError error={defend.error} kept="Nothing was changed." />}
    </Dialog>
  );
}
