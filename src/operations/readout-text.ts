// `readout.file`: the stateless readout behind every door. An unreadable text is a refusal with one sentence, not a fault.
import type { ReadoutReport } from '../contract/readout-report.ts';
import { UnreadableMetric } from '../connectors/metric/unreadable.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import type { Handlers } from './context.ts';
import { namedFiles, placeOf } from './import-files.ts';
import { readout } from './readout-files.ts';
import type { ReadoutSource } from './readout-source.ts';

export const readoutTextHandlers: Pick<Handlers, 'readout.file'> = {
  async 'readout.file'({ text, file, name, question }, context) {
    if (text !== undefined) return answered({ name, text });
    if (file === undefined) return refused('metric_unreadable', { sentence: 'Hand over a text or name a file.' });
    const files = await namedFiles({ files: [file], kind: 'auto', map: undefined }, context);
    return files.ok ? answered({ path: placeOf(files.value[0]!, context.services) }) : files;

    async function answered(source: ReadoutSource) {
      try {
        return granted<ReadoutReport>(await readout(source, question));
      } catch (error) {
        if (error instanceof UnreadableMetric) return refused('metric_unreadable', { sentence: error.plain });
        throw error;
      }
    }
  },
};
