// `calendar.expand` behind every door. A question that does not fit is a refusal with one sentence, not a fault.
import { granted, refused } from '../domain/kernel/ruling.ts';
import { UnfitCalendar, calendarSources, expandCalendars } from './calendar-files.ts';
import type { Handlers } from './context.ts';
import { namedFiles, placeOf } from './import-files.ts';

export const calendarHandlers: Pick<Handlers, 'calendar.expand'> = {
  async 'calendar.expand'({ calendar, file, name, ...question }, context) {
    try {
      if (calendar !== undefined) return granted(expandCalendars([{ name, content: calendar }], question));
      if (file === undefined) return refused('calendar_unfit', { sentence: 'Hand over the text of a calendar or name a file.' });
      const files = await namedFiles({ files: [file], kind: 'auto', map: undefined }, context);
      if (!files.ok) return files;
      return granted(expandCalendars(await calendarSources([placeOf(files.value[0]!, context.services)]), question));
    } catch (error) {
      if (error instanceof UnfitCalendar) return refused('calendar_unfit', { sentence: error.message });
      throw error;
    }
  },
};
