// Training titles, part 4: written for this program, no real calendar; made by bench/attention-data.ts from their table.
// A line is audience (x with outsiders, i without) and number of people, minutes, r when it repeats, then the title; titles.ts reads it.
import type { TitleText } from './title-text.ts';

export const TITLES_4: TitleText = {
  implementation: `
x6 60r Implementation call - Umbrella
x8 60 Acme go-live
x4 60 Config session w/ Initech
x5 60 Customer onboarding: Soylent
x4 90 Data import w/ Wayne team
x7 90 Integration session SAP - Bosch
x4 45 SSO setup Globex
x8 60 Rollout planning Oceanic (site 3)
x5 60 Technical onboarding Cyberdyne
x4 60 Mapping session: fields Vandelay
x6 480 onsite install Wonka plant
x7 30r Implementation weekly: Stark
x3 60 help Gringotts set up workflows
x6 90 Einführung beim Kunden Nord
x8 60 Kickoff rollout - Dunder Mifflin
x5 60 Data migration call: Hooli
x6 30r Hypercare Umbrella
x5 120 Pilot setup at clinic
i2 60 Configure sandbox for Massive Dynamic
x20 90 user training at customer (Acme, 20 ppl)
x5 60 Mise en place client Leroy
x6 45 Integration Q&A with Acme devs`,
  qa_testing: `
i12 60 Bug bash 🐛
i3 120 Regression testing 24.3
i6 90 UAT - invoicing
i4 30r QA sync
i1 60 Test new flow on staging
i1 30 Smoke test after deploy
i9 60r Dogfooding hour
i4 45 Test plan review
i1 60 Click through release candidate
i2 60 device testing - android
i2 60 Testen neue Maske
i3 30 QA handoff routing
i1 60 check everything before it goes out
i8 45r bug hunt friday
i2 60 Test cases for refunds
i1 45 Cross-browser check
i1 20 verify fix PAY-1182
i4 120 end to end test w/ warehouse scanners
i2 30 Staging check w/ QA lead
i3 60 acceptance testing - retest
i5 90 Pruebas UAT portal
i3 45 localization QA (FR/DE)`,
  conference_work: `
x30 240 Booth duty - LogiConf
i1 90 Talk prep: "Problems first"
i4 45 Talk rehearsal w/ marketing
x20 180 SaaStock: stand shift
x99 60 Speaking at ProductCon
i1 120 Slides for meetup talk
x40 480 Messe Stuttgart Tag 1
x15 240 Summit demo station
x60 60 Panel: future of field service
x4 30 speaker call w/ organisers
i1 120 Prep demo code for talk
i5 30 Conference booth logistics
i1 60 CFP submissions
i7 60 Keynote demo rehearsal
i8 45 Trade show debrief
x20 90 Roundtable host - HR Tech Expo
i4 30 badge scanning leads review
i7 45 User conference: product track run of show
x25 120 Workshop we give at AgileDays
x25 360 Salon Paris - présence stand
i3 30 Fireside chat prep`,
  tech_discussion: `
i7 60r Architecture review - events
i6 45 RFC: sharding
i6 45 Tech debt discussion
i7 30r Eng sync
i5 60 API design - webhooks
i5 45 DB migration options
i5 45 Infra costs w/ platform
i5 30 Latency p99
i6 60 Scalability: can we do 10x tenants
i2 30r Tech lead sync
i5 45 ADR-17 auth
i6 30r Platform sync
i5 45 kafka vs sqs
i5 60 Data model for orders
i4 30 Spike review
i4 45 Security review w/ infosec
i5 45 Refactor billing - plan
i9 60r Architekturboard
i8 60 monolith split??
i4 30 Performance: report takes 9s
i5 45r Cloud cost review AWS
i6 60 build vs buy search engine
i4 30 Feature flags setup w/ devs
i5 45 point technique API`,
  prototype: `
i2 120 Prototype build - Smart queue
i3 90 POC: OCR for delivery notes
i1 120 Figma prototype for interviews
i3 60 Sketching session
i20 480 Hack day
i1 90 clickable demo for Thursday
i1 120 Vibe code the planner idea
i5 45 Proof of concept review (internal)
i1 90 spreadsheet prototype
i3 60 Wizard of oz setup
i2 180 MVP build w/ Tomas
i1 120 Prototyp bauen
i1 90 no-code proto
i2 60 paper prototype cut & paste
i1 120 Retool mock of ops console
i1 120 build demo app w/ sample data
i4 30 PoC findings
i1 90 try LLM summaries - quick proto
i3 30 Prototype handoff
i2 90 Maquette cliquable
i5 480 Hackathon team Rocket`,
  incident: `
i7 45 Incident review INC-212
i9 60 Postmortem: checkout outage
i12 120 War room - payments down
i10 90 SEV1 bridge
i4 15 Hotfix decision
i6 45 RCA login failure
i4 30 Outage comms
i8 60 P0 - data loss?
i3 15r On-call handover (PM cover)
i3 20 status page wording during outage
i5 30r Incident action items
i9 60 Störung Zahlungen
i1 30 Post-mortem read
i11 60 prod is slow - all hands on deck call
i6 30 SEV2 debrief
i6 30 rollback call
i8 60 Incident drill
i4 30 customer impact assessment INC-230
i9 60 Security incident bridge
i8 60 cellule de crise`,
  one_on_one: `
i2 30r 1:1 Sam / Priya
i2 30r Priya <> Jonas 1:1
i2 30r 1-1 w/ manager
i2 30r Weekly 1on1
i2 30r Skip level w/ Dana
i2 30r Ana / Ben
i2 30r O3 Kim
i2 45r 121 Lee
i2 60 Perf review - Nadia
i2 45 Career conversation
i6 90 Calibration PMs
i2 60 Mitarbeitergespräch
i2 30r One on One: Tom + EM
i2 30r Catch up Maria (my boss)
i2 25r 1:1 🙂
i1 90 write self review
i2 30r Biweekly: Joe x Sara
i2 30r PM / EM 1:1
i2 45 mid-year review talk
i2 30r Point hebdo Claire/Hugo
i2 30r Design lead 1-on-1
i1 30 feedback for Alex (written)
i2 45 Growth plan w/ report`,
  people_issue: `
i2 30 Heads-up re Tom - w/ EM
i3 30 Team friction FE/BE
i2 30 Concerns about deadline pressure (EM)
i2 30 Talk to Lena (EM) about missed handoffs
i3 45 Conflict QA/dev - next steps
i2 30 Team dynamics chat
i4 45 Clear the air: design & eng
i2 20 Performance concerns - flag to EM
i2 30 HR chat re: team
i2 30 Burnout signs in squad - EM
i2 20 someone is checked out - talk w/ Raj
i2 30 EM sync: who is struggling
i3 45 Spannungen im Team besprechen
i4 60 Mediation session
i3 30 Overload on Mika - rebalance w/ EM
i3 30 Attrition risk discussion
i2 30 Is the team OK? (EM + me)
i2 20 raise tone in code reviews w/ EM
i3 30 Escalate staffing gap to EM
i2 30 difficult conversation prep
i2 30 Underperformance pattern - facts for EM
i2 30 Tensions équipe - point EM`,
  team_morale: `
i8 60 Team lunch 🍕
i20 60 Launch celebration
i9 480 Squad offsite
i25 45 Farewell Nadia
i8 60r Team health check
i15 60r Friday drinks
i1 30 Thank-you notes to the team
i8 15r Mood check
i12 180 Team building bowling
i9 20r kudos round
i40 240 Weihnachtsfeier
i14 60 Happy hour
i8 15 pep talk before release
i12 15 Birthday cake Leo 🎂
i18 20r shoutouts & wins
i10 150 Team dinner Berlin
i9 60 game night remote
i8 60r Squad breakfast
i7 20 cheer up: after the rollback
i9 90 Virtual escape room
i20 60 Pot de départ Marc
i16 480 Retreat day 1
i8 30 why this project matters - team pep`,
};
