// The kinds of work a product manager's week is made of: 45 kinds in six groups, and how far each counts as work on user problems.
// Decides nothing about an event; a group is the default, which a person may change for themselves.

/** The six groups, in the order a bar is drawn. */
export const GROUPS = ['core', 'glue', 'technical', 'people', 'growth', 'neutral'] as const;
export type Group = (typeof GROUPS)[number];

/** Which side of the table work is on when one asks whether a backlog or a product is being managed. */
type Side = 'pm' | 'backlog' | 'neutral';

interface KindRow {
  readonly kind: string;
  readonly name: string;
  readonly group: Group;
  /** Share of its minutes that counts as user problems, 0 to 1; absent when it is outside the 80/20 gauge. */
  readonly userShare?: number;
  readonly side: Side;
  /** What people say they do when they do this, in their words. Empty when the kind only completes the list. */
  readonly activities: readonly string[];
}

const TABLE = [
  { kind: 'customer_research', name: 'Customer research', group: 'core', userShare: 1, side: 'pm', activities: ['Customer research'] },
  { kind: 'customer_call', name: 'Customer calls', group: 'core', userShare: 1, side: 'pm', activities: ['Customer calls'] },
  { kind: 'problem_discovery', name: 'Finding problems worth solving', group: 'core', userShare: 1, side: 'pm', activities: ['Identifying valuable customer problems', 'Uncovering opportunities'] },
  { kind: 'problem_teaching', name: 'Telling symptoms from problems', group: 'core', userShare: 1, side: 'pm', activities: ['Teaching the difference between symptoms and problems', 'Explaining user problems clearly'] },
  { kind: 'pmf', name: 'Product-market fit', group: 'core', userShare: 1, side: 'pm', activities: ['Product-market fit'] },
  { kind: 'market_analysis', name: 'Market analysis', group: 'core', userShare: 1, side: 'pm', activities: ['Market analysis'] },
  { kind: 'competitive_research', name: 'Competitive research', group: 'core', userShare: 1, side: 'pm', activities: ['Competitive research'] },
  { kind: 'prioritisation', name: 'Prioritisation and roadmap', group: 'core', userShare: 1, side: 'neutral', activities: ['Prioritising projects and features', 'Deciding what to do next, on evidence'] },
  { kind: 'strategy_goal', name: 'Product Goal and strategy', group: 'core', userShare: 1, side: 'pm', activities: ['Setting a Product Goal', 'The overarching vision'] },
  { kind: 'outcome_review', name: 'Measuring outcomes', group: 'core', userShare: 1, side: 'pm', activities: ['Continuously measuring the outcome', 'Seeing the long-term consequences of decisions'] },
  { kind: 'solution_design', name: 'Shaping solutions with design', group: 'core', userShare: 1, side: 'neutral', activities: ['What users perceive', 'Empowering the team to solve problems'] },
  { kind: 'design_partner', name: 'Alpha, beta and design partners', group: 'core', userShare: 1, side: 'pm', activities: ['Finding and managing alpha, beta and design partner groups'] },
  { kind: 'exec_alignment', name: 'Aligning with leadership', group: 'core', userShare: 0.5, side: 'pm', activities: ['Aligning with top management', 'Partnership with business people', 'Explaining the business impact'] },
  { kind: 'backlog', name: 'Backlog items', group: 'core', userShare: 0.5, side: 'backlog', activities: ['Writing specific backlog items', 'Writing valuable Product Backlog items', 'Cleaning up'] },
  { kind: 'exec_defence', name: 'Re-defending approved work', group: 'glue', userShare: 0, side: 'backlog', activities: ['C-suite meetings that defend projects that were approved'] },
  { kind: 'liaison', name: 'Liaison with sales, support and success', group: 'glue', userShare: 0.5, side: 'neutral', activities: ['Liaising with sales', 'Liaising with support', 'Liaising with customer success'] },
  { kind: 'project_mgmt', name: 'Project management', group: 'glue', userShare: 0, side: 'backlog', activities: ['Project management'] },
  { kind: 'program_mgmt', name: 'Program management', group: 'glue', userShare: 0, side: 'backlog', activities: ['Program management'] },
  { kind: 'team_ceremony', name: 'Team ceremonies', group: 'glue', userShare: 0, side: 'neutral', activities: [] },
  { kind: 'signoff', name: 'Sign-off and approvals', group: 'glue', userShare: 0, side: 'backlog', activities: ['Signing off work'] },
  { kind: 'customer_support', name: 'Customer support', group: 'glue', userShare: 1, side: 'neutral', activities: ['Customer support'] },
  { kind: 'sales', name: 'Sales', group: 'glue', userShare: 0.5, side: 'neutral', activities: ['Sales'] },
  { kind: 'sales_onboarding', name: 'Onboarding new sales people', group: 'glue', userShare: 0, side: 'neutral', activities: ['Teaching new sales people what the product does'] },
  { kind: 'enablement', name: 'Enabling sales and support', group: 'glue', userShare: 0, side: 'neutral', activities: ['Enablement with sales and support'] },
  { kind: 'marketing', name: 'Marketing and launch', group: 'glue', userShare: 0, side: 'neutral', activities: ['Marketing'] },
  { kind: 'copywriting', name: 'Copywriting', group: 'glue', userShare: 0.5, side: 'neutral', activities: ['Writing copy'] },
  { kind: 'content', name: 'Writing content', group: 'glue', userShare: 0, side: 'neutral', activities: ['Writing blog posts', 'Writing documentation', 'Writing internal documents'] },
  { kind: 'implementation', name: 'Implementing with customers', group: 'glue', userShare: 1, side: 'neutral', activities: ['Implementing solutions with customers'] },
  { kind: 'qa_testing', name: 'QA and testing', group: 'glue', userShare: 0.5, side: 'neutral', activities: ['QA', 'Testing everything before it goes to customers'] },
  { kind: 'conference_work', name: 'Conference booths and talks', group: 'glue', userShare: 0.5, side: 'neutral', activities: ['Working the booth', 'Giving talks'] },
  { kind: 'tech_discussion', name: 'Technical discussions', group: 'technical', userShare: 0, side: 'neutral', activities: ['Architecture', 'Performance metrics', 'Infrastructure', 'Technical debt', 'Scale'] },
  { kind: 'prototype', name: 'Prototypes and proofs of concept', group: 'technical', userShare: 0.5, side: 'neutral', activities: ['Building POCs, from line drawings to working prototypes'] },
  { kind: 'incident', name: 'Incidents and outages', group: 'technical', userShare: 0, side: 'neutral', activities: ['Filling in all the gaps'] },
  { kind: 'one_on_one', name: '1:1s and line management', group: 'people', side: 'neutral', activities: ['Inspiring and empowering', 'Keeping team members bought in'] },
  { kind: 'people_issue', name: 'Raising people issues', group: 'people', side: 'neutral', activities: ['Making engineering managers aware of performance and team issues'] },
  { kind: 'team_morale', name: 'Team morale', group: 'people', side: 'neutral', activities: ['Being the emotional centre of the team'] },
  { kind: 'recruiting', name: 'Recruiting', group: 'people', side: 'neutral', activities: ['Recruiting'] },
  { kind: 'learning', name: 'Learning and courses', group: 'growth', side: 'neutral', activities: ['Bootcamps or courses', 'Time for mastery'] },
  { kind: 'coaching', name: 'Coaching', group: 'growth', side: 'neutral', activities: ['Coaching'] },
  { kind: 'mentoring', name: 'Mentoring', group: 'growth', side: 'neutral', activities: ['Mentoring'] },
  { kind: 'peer_connection', name: 'Time with peers', group: 'growth', side: 'neutral', activities: ['Meetups', 'Coffee chats', 'Online groups', 'Social media', 'Attending conferences'] },
  { kind: 'admin', name: 'Admin', group: 'neutral', side: 'neutral', activities: ['Admin'] },
  { kind: 'company', name: 'Company-wide meetings', group: 'neutral', side: 'neutral', activities: ['Planning sessions of the company'] },
  { kind: 'focus', name: 'Focus time, purpose unknown', group: 'neutral', side: 'neutral', activities: ['Focus'] },
  { kind: 'ooo', name: 'Not work', group: 'neutral', side: 'neutral', activities: [] },
] as const satisfies readonly KindRow[];

/** The name of one of the 45 kinds, as stored and exported: `'customer_call'`. */
export type Kind = (typeof TABLE)[number]['kind'];

/** One kind of work as people see it. Example: `{ kind: 'backlog', name: 'Backlog items', group: 'core', userShare: 0.5, side: 'backlog', ... }`. */
export interface KindOfWork extends KindRow {
  readonly kind: Kind;
}

/** All 45, in the order they are listed; grouped by `group`. `ooo` is excluded from every total. */
export const KINDS: readonly KindOfWork[] = TABLE;

const BY_NAME: ReadonlyMap<string, KindOfWork> = new Map(KINDS.map((row) => [row.kind, row]));

/** The kind called `kind`; undefined when there is none. `kindNamed('backlog')?.group` is 'core'. */
export function kindNamed(kind: Kind): KindOfWork;
export function kindNamed(kind: string): KindOfWork | undefined;
export function kindNamed(kind: string): KindOfWork | undefined {
  return BY_NAME.get(kind);
}
