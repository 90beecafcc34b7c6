// Training titles, part 3: written for this program, no real calendar; made by bench/attention-data.ts from their table.
// A line is audience (x with outsiders, i without) and number of people, minutes, r when it repeats, then the title; titles.ts reads it.
import type { TitleText } from './title-text.ts';

export const TITLES_3: TitleText = {
  team_ceremony: `
i8 15r Daily standup
i7 15r Standup - Squad Falcon
i9 90r Sprint planning
i8 60r Retro
i16 60r Sprint Review / Demo
i9 15r daily
i8 30r Squad weekly
i8 60r Iteration planning 2-week
i8 60r Team Phoenix retro 🚀
i22 45r Demo day
i8 15r Daily Scrum Team Blau
i7 20r Monday huddle
i6 10r stand-up (quick!)
i9 45r Sprint 43 kick
i8 60r Retrospektive
i15 30r show & tell
i9 90r Planification sprint
i5 15r Mob check-in
i20 30r Friday wins & demos
i9 45r Team Weekly - Payments
i8 10r async standup reminder
i8 30r sprint close
i7 30r Squad sync`,
  signoff: `
i6 30 UAT sign-off Atlas
i4 30 Design approval: checkout
i9 30r Go/no-go 24.3
i2 15 Approve copy for emails
i5 30r Release sign off
i5 30 Freigabe Release 7
i3 30r PM acceptance of stories
i8 30r Change board (CAB)
i8 60 Gate review G3
i1 30r Approvals queue
i6 45r Abnahme Sprint 12
i4 20 Final OK on pricing page
i3 30 Sign off test results
i4 30 Legal + PM approval T&Cs
i5 45 Acceptance review - reporting
i4 30r Demo for PO acceptance
i7 30r Release gate
i2 15 approve tracking plan
i5 60 Recette fonctionnelle - validation
i7 45 spec sign-off w/ stakeholders
i3 30 PO sign off on designs
i2 15 quick approval: banner`,
  customer_support: `
i1 60r Support ticket review - my queue
x5 30 Escalation call Acme: import fails
i1 120r Zendesk duty
x4 30 Urgent customer issue - Globex locked out
i1 240 On support today
x4 45 Troubleshooting w/ Vandelay IT
i1 60r Answer intercom chats
x3 30 Complaint - Umbrella (invoice twice)
x6 45 P1 Initech - live call
i1 120r Support rotation (PM slot)
i1 120 Hotline Vertretung
x3 30 bug call with Soylent admin
x5 30 Escalated: Wayne data missing
i1 45r reply to community forum threads
i3 15 Helpdesk handover
x2 20 Customer can't log in - screen share
i3 60 T3 support shadow/help
x3 30 Call back Oceanic re outage credits
x3 30 refund dispute Hooli
i6 90 support backlog blitz
x3 30 angry customer: Dunder Mifflin
x4 30 Soporte - caso Telefónica`,
  sales: `
x5 45 Demo - Tyrell Corp
x4 30 Prospect call: Aperture
i4 90 RFP answers - City of Springfield
i8 45r Pipeline review (sales)
x5 45 Pre-sales support: Nakatomi
x6 60 Pitch at Weyland
i5 30 Deal desk: Globex expansion
x3 30 Intro call - Prestige Worldwide
x4 45 Sales call w/ Marcus: Bluth Company
x5 45 Join AE on Sterling Cooper demo
i2 60 Security questionnaire - Massive Dynamic
x4 45 Proposal walkthrough Virtucon
x5 30 Closing call Acme upsell
i9 30r Forecast call
x5 60 POC scoping - Tyrell
i3 45 Angebot Stadtwerke
x5 45 Procurement Q&A Weyland
i5 45 Account plan: Umbrella
x5 30 Product expert on Oscorp call
i2 60 custom demo env for Nakatomi
x6 60 Démo prospect SNCF
i6 45 big deal prep - Monarch
x3 30 Reference call Acme/Prospect`,
  sales_onboarding: `
i7 90 Sales onboarding: product session
i4 45 New AE - how customers talk about us
i6 60r SDR onboarding wk 1 (product)
i8 60r Product 101 for new sales
i9 120 AE bootcamp day 2 - demo practice
i5 30r Sales new hire Q&A
i2 45 ramp session w/ Jonas (AE EMEA)
i4 60 new rep certification - product part
i6 90 Onboarding Vertrieb: Produkt
i7 45 Pitch practice new SDRs
i6 45 teach new reps the 3 customer stories
i20 90 SKO newbie track
i9 60r What we do & for whom (new sales class)
i5 60 New BDRs: product walkthrough
i2 30 Shadow plan for new AE
i8 45 New AE cohort - objection handling product
i11 90 Sales bootcamp - use cases
i2 45 first week: Mia (account exec)
i6 45 Commercial newbies: explain platform
i6 60 Accueil nouveaux commerciaux - produit`,
  enablement: `
i18 45 Sales enablement: Routing 2.0
i12 60 Support training - new billing
i4 30r Enablement sync
i14 45 CS training on Saved Views
i3 45 Demo script update w/ SE
i5 45 Battlecard session
i2 45 FAQ for support - migration
i25 45r Release training 24.3 (internal)
i4 30 Talk track review w/ sales lead
i6 90 Train the trainer: Warehouse app
i40 45r Product update for GTM (monthly)
i9 60 Schulung Support: neue Maske
i15 30r What's new for CSMs
i1 60 record enablement video
i11 45 Internal launch readiness: sales + support
i4 30 macros & known issues w/ support leads
i1 60 Enablement deck - Payments
x14 60 Partner enablement: API basics
i10 45 Objection handling for bundle X
i8 60 Certify CSMs on reporting
i9 30 Brief tier-1 on rollout
i9 60 Formation support - nouveau portail`,
  marketing: `
i6 30r GTM sync: Routing 2.0
i4 45 Launch plan w/ PMM
i6 90 Messaging & positioning workshop
i4 45 Webinar dry run
x4 30 PR sync - funding news
i6 45r Campaign review
i5 30r Marketing <> Product
i1 30r Newsletter input
x4 45 Case study call w/ Acme (marketing)
i10 60 Go-to-market kickoff EU
i3 30 SEO topics
x80 60 Customer webinar: live
i2 30r PMM weekly
i8 45 Brand refresh feedback
i3 30 Press interview prep
i4 30 Launch tiering
i3 30r Produktmarketing Abstimmung
i3 30 Social campaign assets
i14 60 Launch day war... party room
i5 120 Product Hunt launch
i6 45 pricing page launch GTM
x6 120 video shoot product tour
i6 45 Lancement marketing - planning`,
  copywriting: `
i2 60 Landing page copy
i2 45 Microcopy pass - checkout
i3 45r UX writing review
i1 60 Rewrite error messages
i1 45 in-app text for tour
i1 60 Write release email
i3 20 wording: "archive" vs "close"
i2 60 Texte Onboarding-Mails
i2 45 copy edits pricing page
i1 45 App store description
i2 30 button labels & tooltips
i1 30 Copy for banner + push
i1 30 empty state copy
i5 45 naming session: what do we call it
i1 90 Copywriting block
i3 30 Consent text rewrite w/ legal
i2 30 subject lines ab
i1 45 write website blurb for module
i3 30 Terminology: carrier/courier/driver
i2 30 microtextos portal
i1 30 push notification texts`,
  content: `
i1 90 Blog post: how we price
i1 60r Release notes 24.3
i1 90 Write docs - webhooks
i1 60 Help center articles
i1 30r Changelog Friday
i1 60 Confluence clean-up
i1 45 KB article: roles
i1 60 One-pager for Atlas
i2 45r Docs review w/ tech writer
i2 60 Whitepaper outline
i1 45 internal FAQ: rebrand
i1 60 write up Q2 learnings
i3 30 Blog review w/ content team
i1 60 Doku schreiben
i1 45 product wiki update
i4 120 Documentation sprint
i1 90 draft guest article
i1 30 Loom walkthrough for the wiki
i1 45 Write internal post: why we stopped X
i1 60 API docs pass
i1 45r rédaction notes de version`,
};
