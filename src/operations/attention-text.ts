// `attention.file`: the stateless look at calendars behind every door. What does not fit is a refusal with one sentence, not a fault.
import { granted, refused } from '../domain/kernel/ruling.ts';
import { attentionOf } from './attention-files.ts';
import { calendarSources, UnfitCalendar } from './calendar-files.ts';
import type { Handlers } from './context.ts';
import { namedFiles, placeOf } from './import-files.ts';

export const attentionTextHandlers: Pick<Handlers, 'attention.file'> = {
  async 'attention.file'({ calendar, files = [], name, ...asked }, context) {
    const question = { ...asked, today: context.today, usualZone: 'UTC' };
    try {
      if (calendar !== undefined) return granted(attentionOf([{ name, content: calendar }], question));
      if (files.length === 0) return refused('calendar_unfit', { sentence: 'Hand over the text of a calendar or name a file.' });
      const found = await namedFiles({ files, kind: 'auto', map: undefined }, context);
      if (!found.ok) return found;
      const sources = await calendarSources(found.value.map((file) => placeOf(file, context.services)));
      // An upload lies under its id; places in it are called by the name it came with.
      return granted(attentionOf(sources.map((source, at) => ({ ...source, name: found.value[at]!.name })), question));
    } catch (error) {
      if (error instanceof UnfitCalendar) return refused('calendar_unfit', { sentence: error.message });
      throw error;
    }
  },
};
