// Training titles, part 2: written for this program, no real calendar; made by bench/attention-data.ts from their table.
// A line is audience (x with outsiders, i without) and number of people, minutes, r when it repeats, then the title; titles.ts reads it.
import type { TitleText } from './title-text.ts';

export const TITLES_2: TitleText = {
  outcome_review: `
i7 45r Metrics review
i6 30 Experiment readout: new paywall
i8 30r KPI Weekly
i7 45 Post-launch review: Saved views
i4 60 Funnel deep dive - signup
i5 30 A/B test results - onboarding checklist
i10 45r WBR Product
i6 45r Retention review
i4 30 Adoption of Bulk Edit, 30 days after
i1 45r Looker dashboard time
i3 30r Activation metrics w/ data
i8 60 Impact review Q2 bets
i6 45 NPS drivers readout
i4 45 Data review: churned accounts
i1 60 Amplitude rabbit hole 🐇
i5 30 Did it work? – pricing page
i6 45 Outcome review (90 days) Rota planner
i6 30r Zahlen-Review Wochenstart
i7 45r Experiment review board
i1 30 check usage of export v2
i2 60r Monthly product metrics for leadership deck
i2 30r OKR numbers pull w/ analyst
i5 45 Bet review: what did Routing change?`,
  solution_design: `
i5 45r Design review - settings
i8 60r Design crit
i4 30 Figma walkthrough: new inbox
i2 30r PM/Design sync
i7 120 Story mapping - returns flow
i6 60 Ideation: fewer clicks to dispatch
i5 45 UX review mobile nav
i5 90 Design jam 🎨
i3 45 Wireframes for claims
i3 60r Trio: solution options
i7 360 Design sprint day 2
i4 30 brainstorm empty states
i2 45 flows for approvals – w/ Kim
i6 45 Concept review "Smart queue"
i2 30 Mockups feedback (Leo)
i3 30r Design-Abstimmung Warenkorb
i4 45 Accessibility walkthrough w/ design
i4 45r Product + Design weekly
i6 60 Solutioning: partial refunds
i5 45 Revue UX parcours invité
i3 30 Interaction details - drag & drop
i6 45 Crazy 8s
i4 45 IA review: settings tree`,
  design_partner: `
x4 45r Design partner: Acme session 3
x3 30 Beta feedback call - Vandelay
x12 45 Early access cohort kickoff
x9 45r Alpha group office hours
i3 45 design partners selection
i3 30 Beta invite list w/ CS
x8 30r Private beta standup w/ customers
x5 45 EAP Globex onboarding
i5 30r Beta triage: what did testers say
x7 45r Lighthouse customers sync
x4 30r Pilot check-in - Soylent (wk 2)
x8 60r Betatester-Runde
i4 45 beta exit criteria
x3 30 [Beta] Wayne Ent. feedback
i1 45 Recruit alpha testers
x6 30r Early adopters slack + call
x10 60r Design Partner Council
x5 45 Pilot group wrap-up Umbrella
i3 30 beta NDA + terms with legal
x4 30 Closed beta go/feedback loop - Initech
x8 120 Co-design workshop w/ partner clinics
i1 30 Alpha release notes to testers`,
  exec_alignment: `
i9 60r Steerco Atlas
i10 60r ELT product review
i3 30r CEO / Product weekly
i3 60 Board deck - product section
i6 60 Board prep dry run
i2 45 CPO sync: goal for H2
i8 60r Lenkungskreis Digitalisierung
i4 30 Exec sponsor alignment - Payments
i9 90r Portfolio review w/ leadership
i12 30r Stakeholder update: Payments
i8 30 SLT readout
i8 45r Comité de direction - point produit
i12 60r Leadership product forum
i3 30 Align w/ CFO on pricing experiment
i7 60r Product council (execs)
i2 30 pre-wire w/ COO before steerco
i3 30 VP sync - roadmap expectations
x11 60 Board meeting (product slot 20 min)
i9 60r Steering committee: EU launch
i4 30 Exec demo for CEO
i3 60r Founder jam
i4 30 MD briefing - Q3 outcomes
i5 45 Business case alignment with Finance + GM
i2 30r Sync with GM DACH`,
  backlog: `
i8 60r Backlog refinement
i7 60r Grooming - Squad Falcon
i1 30r refinement (async prep)
i1 90 Write tickets for sprint 42
i5 30r Bug triage
i1 60 Story writing
i7 60r Estimation session
i1 60 Jira cleanup
i1 120 PRD: bulk import
i3 30 Acceptance criteria w/ QA
i2 30r Pre-grooming w/ TL
i9 60r Backlog Refinement Team Phoenix
i8 45r Story points poker
i1 45r Ticket hygiene Friday
i4 30r PBI review
i4 60 Epic breakdown - Notifications
i1 90 spec: webhooks v2
i1 45r Backlog-Pflege
i3 30r 3 amigos
i8 60r Raffinage backlog
i1 45 delete old tickets 🦖
i6 90 Requirements session - SAP interface
i3 30r Linear triage
i4 30 Definition of ready check`,
  exec_defence: `
i6 60 Budget defence 2026 - Platform
i8 60 Atlas re-approval
i6 45 Cost review: why two mobile apps?
i4 45 Justify headcount (product)
i7 60 Continue or stop: Loyalty
i5 45 Funding review with CFO
i5 60 Business case v4 - Payments (again)
i3 30 why are we still building Rota? - CEO
i3 60 Prep: defend roadmap at ELT
i6 60 Budget cuts - scenarios
i4 45 Reforecast product spend
i8 60 Portfolio kill list discussion
i2 90 Save Project Orion - deck
i4 45 Re-pitch Orion to the board sponsor
i5 45 Challenge session: product headcount
i4 30 Project Atlas on hold? urgent w/ COO
i5 60 Budgetverteidigung Portal
i4 45 explain to finance why Q2 bet needs 2 more months
i4 30 Emergency: CEO wants to pull eng from Search
i6 45 Re-scope or cancel - Partner API
i2 60 answer board questions on spend
i3 30 ROI questions from CFO
i6 45 Freeze? Q4 investment stop talk`,
  liaison: `
i6 30r Product <> Sales weekly
i5 30r CS <> Product
i5 30r Support <> Product sync
i7 45r Sales asks w/ regional leads
i3 30 AM sync: Globex requests
i6 30r Product / CSM biweekly
i9 45r Field feedback roundup
i2 30 Marcus (AE) - Acme wants SAML, when?
i12 45r Customer success roadmap Q&A
i4 30r Support top 10 contact reasons w/ leads
i5 30r Sales eng sync
i7 45r Vertrieb-Produkt Austausch
i5 30r escalation sync CS/Prod
i4 30r Ops <> Product weekly
i10 30r Product office hours for GTM teams
i2 30r Catch up w/ head of CS
i4 30r Partner team x Product
i6 30r Renewals at risk - product input
i6 30r Point sales/produit
i5 30 Account team prep Umbrella
i8 30 Tell sales what slipped
i4 30r Feature requests from sales (review)
i4 30r SE feedback loop`,
  project_mgmt: `
i8 30r Project status - Atlas
i1 30r Weekly status report
i5 30r RAID log review
i6 45 Timeline replan: ERP
i9 45 Launch checklist run-through
i11 60 Kickoff: Project Mercury
i7 60r Release planning 24.3
i6 30r Milestone check
i8 45r Working group - billing migration
i1 45 Gantt update
i7 30r Jour fixe Projekt Neptun
i9 60 Go-live planning
i6 30r Workstream leads
x6 30r Atlas / vendor weekly
i8 60 Cutover rehearsal plan
i1 30 Chase approvals + owners
i4 45 Project plan review w/ PMO lead
i6 30r Projektstatus
i7 30r point d'avancement refonte
i5 15 action items follow up - Mercury
i5 30r Risk review
x5 30r Agency weekly (Studio North)
i6 45 Migration plan customers wave 2
i6 30 Who does what by when: GDPR export`,
  program_mgmt: `
i60 480 PI Planning Day 1
i9 30r Scrum of scrums
i10 60r Dependencies - Q4 program
i12 45r Program sync: Identity
i14 45r ART Sync
i11 30r Release train status
i14 60 Cross-team planning: Checkout x Payments x Risk
i8 60r PMO monthly
i70 480 Big room planning
i9 60 Dependency mapping board
i18 60 Multi-team kickoff: Unified Login
i10 60r Programme board
i25 120r Tribe planning
i8 30r Inter-squad sync
i6 45 Program increment demo prep
i11 45r Platform + Apps program weekly
i12 45r Programm-Jour-Fixe
i9 30r PO sync (all trains)
i7 30 unblock: 4 teams waiting for each other
i7 60 Program roadmap merge
i8 30r Program RAID
i10 45r Value stream sync`,
};
