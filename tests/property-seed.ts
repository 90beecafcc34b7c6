// Property tests draw the same cases in every run, so that a run that passed passes again on another machine. Others are drawn with
// `PROPERTY_SEED=random npm test`, or with a number to repeat a run that failed.
import fc from 'fast-check';

const wanted = process.env['PROPERTY_SEED'];
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted ?? 20_261_120) });
