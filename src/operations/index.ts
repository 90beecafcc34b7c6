// Every operation and who carries it out, and every kind of job and its work. A name that is missing here does not compile.
import type { JobKind } from '../store/job.ts';
import { attentionCorrectHandlers } from './attention-correct.ts';
import { attentionEntryHandlers } from './attention-entries.ts';
import { attentionEventHandlers } from './attention-events.ts';
import { attentionHeldHandlers } from './attention-held.ts';
import { attentionQuestionHandlers } from './attention-questions.ts';
import { attentionRuleHandlers } from './attention-rules.ts';
import { attentionSettingsHandlers } from './attention-settings.ts';
import { attentionTextHandlers } from './attention-text.ts';
import { attentionTimerHandlers } from './attention-timer.ts';
import { attentionWeekHandlers } from './attention-week.ts';
import { auditHandlers } from './audit.ts';
import { auditWork } from './audit-job.ts';
import { betHandlers } from './bet.ts';
import { betPlaceHandlers } from './bet-place.ts';
import type { Handlers } from './context.ts';
import { calendarHandlers } from './calendar.ts';
import { calendarAddHandlers } from './calendar-add.ts';
import { calendarKeptHandlers, calendarWork } from './calendar-kept.ts';
import { calendarSourceHandlers } from './calendar-source.ts';
import { carryHandlers } from './carry.ts';
import { cullHandlers } from './cull.ts';
import { exportHandlers } from './export.ts';
import { findingHandlers } from './finding.ts';
import { forecastHandlers } from './forecast.ts';
import { goalHandlers } from './goal.ts';
import { goalOutlookHandlers } from './goal-outlook.ts';
import { handOffHandlers } from './hand-off.ts';
import { importHandlers } from './import.ts';
import { importWork } from './import-job.ts';
import { itemHandlers } from './item.ts';
import type { JobWork } from './jobs.ts';
import { lessonHandlers } from './lesson.ts';
import { lineageHandlers } from './lineage.ts';
import { lineHandlers } from './line.ts';
import { lineDrawHandlers } from './line-draw.ts';
import { metricHandlers } from './metric.ts';
import { metricAnswerHandlers } from './metric-answer.ts';
import { metricSourceHandlers, metricWork } from './metric-source.ts';
import { numberHandlers } from './number.ts';
import { problemHandlers } from './problem.ts';
import { proposalHandlers } from './proposal.ts';
import { readoutAheadHandlers } from './readout-ahead.ts';
import { readoutHandlers } from './readout.ts';
import { readoutTextHandlers } from './readout-text.ts';
import { recordHandlers } from './record.ts';
import { reviewHandlers } from './review.ts';
import { ruleHandlers } from './rule.ts';
import { sampleHandlers } from './sample.ts';
import { sampleHistoryWork } from './sample-history.ts';
import { sealHandlers } from './seal.ts';
import { settleHandlers } from './settle.ts';
import { shipHandlers } from './ship.ts';
import { workspaceHandlers } from './workspace.ts';

export const handlers: Handlers = {
  ...workspaceHandlers,
  ...sampleHandlers,
  ...importHandlers,
  ...goalHandlers,
  ...goalOutlookHandlers,
  ...problemHandlers,
  ...metricHandlers,
  ...metricSourceHandlers,
  ...metricAnswerHandlers,
  ...betHandlers,
  ...betPlaceHandlers,
  ...sealHandlers,
  ...forecastHandlers,
  ...shipHandlers,
  ...readoutHandlers,
  ...readoutTextHandlers,
  ...readoutAheadHandlers,
  ...reviewHandlers,
  ...settleHandlers,
  ...lessonHandlers,
  ...recordHandlers,
  ...calendarHandlers,
  ...calendarAddHandlers,
  ...calendarKeptHandlers,
  ...calendarSourceHandlers,
  ...attentionTextHandlers,
  ...attentionSettingsHandlers,
  ...attentionWeekHandlers,
  ...attentionEventHandlers,
  ...attentionCorrectHandlers,
  ...attentionRuleHandlers,
  ...attentionQuestionHandlers,
  ...attentionHeldHandlers,
  ...attentionEntryHandlers,
  ...attentionTimerHandlers,
  ...lineHandlers,
  ...lineDrawHandlers,
  ...handOffHandlers,
  ...carryHandlers,
  ...proposalHandlers,
  ...itemHandlers,
  ...lineageHandlers,
  ...auditHandlers,
  ...findingHandlers,
  ...ruleHandlers,
  ...cullHandlers,
  ...numberHandlers,
  ...exportHandlers,
};

export const jobWorks: Readonly<Record<JobKind, JobWork>> = { import: importWork, audit: auditWork, metric: metricWork, calendar: calendarWork, sample: sampleHistoryWork };
