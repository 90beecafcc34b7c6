// Training titles, part 1: written for this program, no real calendar; made by bench/attention-data.ts from their table.
// A line is audience (x with outsiders, i without) and number of people, minutes, r when it repeats, then the title; titles.ts reads it.
import type { TitleText } from './title-text.ts';

export const TITLES_1: TitleText = {
  customer_research: `
x3 45 User interview #7 - Priya (Acme)
x3 60 [UXR] usability session P4
x4 60 usability testing round 2 - checkout
x3 30 Customer interview: Globex ops lead
i3 90 research synthesis - onboarding interviews
x2 45 Discovery interview w/ Dana @ Initech
i2 60 Interview notes + affinity map
x3 30 🔍 user test: new nav
i2 45 Survey design - power users
i9 45 Research readout: why admins churn
x2 30 Churn interview - Vandelay
x2 45 Switch interview (ex-Hooli user)
x3 60 Kundeninterview Müller GmbH
x5 240 Field visit Umbrella warehouse
i2 30r diary study check
x4 180 Shadowing dispatchers - Soylent
i2 30 UXR <> PM: recruit criteria
x3 45 Participant 11 (night-shift nurse)
x2 30 Interview: Lena, finance admin, 200 seats
i1 60 Write interview guide (billing)
i1 90 Code interview transcripts
x3 45 Entrevista usuario - panel facturas
x4 90 listening in on 3 research calls
x3 30 Persona validation call – Wayne Ent.
x3 120 Concept test w/ 5 users (moderated)
i1 60 analyse survey responses n=212`,
  customer_call: `
x6 30r Acme <> Northwind monthly
x4 45 Customer call - Globex
x3 30r Initech check-in
x5 60 Hooli / Northwind roadmap call
x8 60r QBR Umbrella Corp
x9 60r [EXT] Soylent x Northwind quarterly business review
x4 30 Call w/ Wayne Enterprises re roadmap
x3 30 Vandelay feedback call
x14 90r customer advisory board Q3
x6 60 Kundentermin Bosch Werk 4
x2 30 Catch up with Marta (Globex CPO)
x5 30r Acme Exec Sponsor Sync
x5 45 Roadmap preview for Initech
x4 30 FW: Massive Dynamic - product Qs
x5 60 RDV client Decathlon
x4 30 Pied Piper x Northwind
x6 45 Stark Industries account review
x16 120r Customer council: EU chapter
x2 30 call Jen @ Cyberdyne, she has feedback
x5 60 Reunión con cliente Telefónica
x7 60 Gringotts - EBR
x3 30 Wonka <> PM follow up from QBR
x7 45 Meet the customer: Oceanic Air
x4 30 Dunder Mifflin catch-up (renewal in Nov)
x3 30 [Placeholder] ask Globex about new workflow`,
  problem_discovery: `
i5 60 Problem framing: late invoices
i3 45r opportunity tree update
i4 30r Discovery sync - trial drop-off
i3 60r OST session w/ trio
i7 120 Pain points workshop: warehouse managers
i4 60 customer problem deep-dive: exports
i6 120 Journey mapping - claims handler
i6 45r Insights review (Aug interviews)
i5 60 Assumption mapping - payouts
i4 45 Why are users abandoning import?
i4 90 JTBD mapping session
i8 120 Discovery workshop "reporting pain"
i3 45 rank customer problems
i6 45r VoC review - top 10 themes
i5 60 Root cause of churn in SMB
i3 45 Opportunity sizing: dispatch delays
i4 45 Discovery: do admins even need roles?
i2 60r Cluster feedback (Productboard)
i3 45r continuous discovery weekly
i5 60 Problemraum Lieferverzug
i4 45 Kill or keep: opportunities for Q3 discovery
i4 60 Unmet needs - field techs
i1 90 Write problem brief: duplicate contacts
i3 30 Feedback themes walkthrough w/ research
i4 30 What problem is SSO request really about?`,
  problem_teaching: `
i12 45 Symptoms vs problems (for CS)
i18 45 Lunch & learn: stop bringing me solutions 🙂
i15 60 Discovery 101 for sales
i8 60 5 whys training - support leads
i11 45 How to write a problem statement (AMs)
i14 60 Product thinking session for engineers
i6 90 Mom Test workshop - founders
i10 60 JTBD training for account managers
i9 45 teach CSMs to dig past feature asks
i16 30 Brown bag: problem before solution
i9 60 Interviewing 101 (eng edition)
i7 30 Coaching sales on "what's the problem behind it?"
i5 45r Problem writing clinic
i6 30 Explaining root cause vs symptom to ops
i8 60 "Why" workshop with implementation team
i10 45 Session: from feature request to problem
i9 60 Workshop: Symptome und Ursachen (Vertrieb)
i7 30 Show support how we frame problems
i8 45 User problem briefing for new squad
i11 45r Product sense hour - engineers meet the problem
i5 45 reframing asks w/ sales leadership
i12 45 Train AEs: discovery questions
i20 30 Problems not features - dept talk`,
  pmf: `
i5 45 PMF survey results
i3 45 Sean Ellis survey - segment cut
i6 60r Product market fit review
i2 60 "very disappointed" analysis
i2 45 Superhuman survey setup
i4 30r PMF check-in: clinics segment
i5 45 retention cohorts: do we have PMF in EU?
i4 30 PMF score Q2 vs Q3
i3 45 High-expectation customer definition
i2 30 fit survey follow ups
i2 30 PMF - what would you lose w/out us Qs
i3 30 founder sync: pmf signal?
i6 45 PMF board: SMB vs mid market
i4 45 Product/market fit - pricing tier B
i4 30 PMF dashboard walk-through
i2 30 Ellis test send-out + sample check
i4 60 Is there fit in logistics?
i1 60 Read open answers of PMF survey
i4 45 Product-Market-Fit Auswertung
i3 45 Engine: very/somewhat disappointed split`,
  market_analysis: `
i3 60 Market sizing - LATAM
i2 60 TAM/SAM/SOM refresh
x4 30 Gartner inquiry: WMS magic quadrant
i5 60 Pricing & packaging working session
i4 60 ICP revision
i5 45 Segmentation v2 review
x4 45 Forrester briefing
i3 45 Analyst briefing prep
i5 60 Market entry: Poland?
i7 45 Industry trends readout
x5 60 Market research agency kickoff (Ipsos)
i4 45 pricing research - van westendorp results
i4 45 Regulatory landscape: what changes for our market
i3 60 Marktanalyse DACH
i2 60 TAM deck for board
i3 45 Buyer landscape w/ strategy
i4 45 Mid-market deep dive
i1 60 read IDC report + notes
i3 60 Vertical analysis: hospitality
i4 60 Estudio de mercado MX
i5 45 Willingness to pay review
i2 30 Demand trends - ads data
x2 60 Expert call: hospital procurement`,
  competitive_research: `
i4 60 Competitor teardown: Hooli Boards
i3 60 Competitive landscape refresh
i6 30r Compete sync
i8 45 win/loss readout H1
i1 60 Sign up for competitor trial + screenshots
i3 30r Competitive intel w/ PMM
i2 30 How does Globex Cloud price seats?
i7 45r Teardown Tuesday
i2 60 Feature parity matrix vs Hooli
i5 30 Competitor launch reaction (Pied Piper 3.0)
i3 60 Wettbewerbsanalyse
i3 30 Klue battlecard data review
i5 45 lost deals: who are we losing to
i1 60 review G2 reviews of competitors
i2 45 mystery shop - Initrode
i7 30 Competition update for leadership
i3 45 Análisis de competencia
i3 60 Benchmark vs top 3 alternatives
i1 60 watch rival keynote
i6 90 War gaming: what if Hooli goes free?
i2 30 Competitor pricing scrape check
i3 45 Switching reasons - from Initrode to us`,
  prioritisation: `
i8 60r Roadmap review
i6 60 Prio meeting Q4
i5 60r RICE scoring w/ eng leads
i9 120r Quarterly planning - Payments squad
i5 45r Intake review (feature requests)
i3 60 H2 roadmap draft
i4 45 Stack rank the top 20
i3 45r Now/Next/Later update
i6 90r betting table cycle 6
i10 60r Prioritization council
i5 45 roadmap tradeoffs: SSO vs reporting
i12 180 Q3 Planning
i3 30r Feature request triage w/ product ops
i4 30 Re-prio after Globex loss
i6 45r Roadmap sync (PM leads)
i6 60 Priorisierung Backlog Themen 2025
i7 90 Portfolio bets - rank & cut
i6 45 What are we NOT doing this quarter
i2 45r ICE scores refresh
i2 30 Roadmap Q&A prep
i1 60 Update roadmap slides
i5 45 capacity vs roadmap reality check
i8 120 Planificación trimestral - producto
i3 45 Sequence the next 3 bets`,
  strategy_goal: `
i4 60 Product strategy offsite prep
i5 60 OKR drafting - Growth
i6 60 Product Goal H1 alignment
i7 120 North Star metric workshop
i1 120 Vision doc writing
i8 30r OKR check-in (mid quarter)
i5 60 Strategy review w/ CPO
i8 120 3-year vision jam
i5 45 Goal setting: Activation team
i5 60 Product principles refresh
i9 180 Strategie 2026 Workshop
i1 90 Draft strategy memo
i6 45r OKRs Q1 scoring
i6 90 Where to play / how to win
i3 45 product vision roadshow rehearsal
i3 45 Goal tree: link bets to product goal
i1 30 Strategy pre-read
i6 30r KR owners sync
i14 90 Annual planning kickoff - Product
i5 60 Define success for 2026
i5 45 Product goal: contract w/ management
i5 60 Positioning our platform bet (strategy)
i5 60 Objectifs T3 produit`,
};
