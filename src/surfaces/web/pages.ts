// The pages of the app, in the order of the navigation: the one place where a page enters it. `/` leads to the one marked home.
import type { Page } from './shell/page.ts';

export const pages: readonly Page[] = [
  { path: '/reviews', title: 'Reviews', letter: 'w', group: 'home', phone: 1, load: () => import('./pages/review/ReviewsPage.tsx').then((module) => module.ReviewsPage) },
  { path: '/goal', title: 'Goal', letter: 'g', group: 'thread', phone: 2, load: () => import('./pages/goal/GoalPage.tsx').then((module) => module.GoalPage) },
  { path: '/problems', title: 'Problems', letter: 'p', group: 'thread', load: () => import('./pages/problem/ProblemsPage.tsx').then((module) => module.ProblemsPage) },
  { path: '/problems/$id', title: 'Problem', group: 'none', under: '/problems', load: () => import('./pages/problem/ProblemPage.tsx').then((module) => module.ProblemPage) },
  { path: '/bets', title: 'Bets', letter: 'b', group: 'thread', phone: 3, load: () => import('./pages/bet/BetsPage.tsx').then((module) => module.BetsPage) },
  { path: '/bets/$id', title: 'Bet', group: 'none', under: '/bets', load: () => import('./pages/bet/BetPage.tsx').then((module) => module.BetPage) },
  { path: '/bets/$id/review/$days', title: 'Review', group: 'none', under: '/bets', load: () => import('./pages/review/ReviewPage.tsx').then((module) => module.ReviewPage) },
  { path: '/mastery', title: 'Mastery', letter: 'o', group: 'thread', load: () => import('./pages/mastery/MasteryPage.tsx').then((module) => module.MasteryPage) },
  { path: '/metrics', title: 'Metrics', letter: 'm', group: 'sources', load: () => import('./pages/metric/MetricsPage.tsx').then((module) => module.MetricsPage) },
  { path: '/metrics/$id', title: 'Metric', group: 'none', under: '/metrics', load: () => import('./pages/metric/MetricPage.tsx').then((module) => module.MetricPage) },
  { path: '/ships', title: 'Ships', group: 'none', under: '/metrics', load: () => import('./pages/metric/ShipsPage.tsx').then((module) => module.ShipsPage) },
  { path: '/sources', title: 'Sources', letter: 's', group: 'sources', load: () => import('./pages/source/SourcesPage.tsx').then((module) => module.SourcesPage) },
  { path: '/sources/imports/$id', title: 'Import', group: 'none', under: '/sources', load: () => import('./pages/source/ImportPage.tsx').then((module) => module.ImportPage) },
  { path: '/backlog', title: 'Backlog', letter: 'k', group: 'work', home: true, phone: 5, load: () => import('./pages/backlog/BacklogPage.tsx').then((module) => module.BacklogPage) },
  { path: '/attention', title: 'Attention', letter: 'a', group: 'work', phone: 4, load: () => import('./pages/attention/AttentionPage.tsx').then((module) => module.AttentionPage) },
  { path: '/line', title: 'Line', letter: 'l', group: 'work', load: () => import('./pages/line/LinePage.tsx').then((module) => module.LinePage) },
  { path: '/line/brief/$id', title: 'Hand-off brief', group: 'none', under: '/line', load: () => import('./pages/line/BriefPage.tsx').then((module) => module.BriefPage) },
  { path: '/calendars', title: 'Calendars', group: 'none', under: '/attention', load: () => import('./pages/calendar/CalendarsPage.tsx').then((module) => module.CalendarsPage) },
  { path: '/backlog/plan', title: 'Plan to close', group: 'none', under: '/backlog', load: () => import('./pages/backlog/PlanPage.tsx').then((module) => module.PlanPage) },
  { path: '/rules', title: 'Rules', group: 'none', under: '/backlog', load: () => import('./pages/backlog/RulesPage.tsx').then((module) => module.RulesPage) },
  { path: '/item/$id', title: 'Item', group: 'none', under: '/backlog', load: () => import('./pages/item/ItemPage.tsx').then((module) => module.ItemPage) },
  { path: '/formulas/$name', title: 'How it is worked out', group: 'none', load: () => import('./pages/formula/FormulaPage.tsx').then((module) => module.FormulaPage) },
  { path: '/_design', title: 'Design', group: 'none', load: () => import('./design/DesignPage.tsx').then((module) => module.DesignPage) },
];
