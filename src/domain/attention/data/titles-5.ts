// Training titles, part 5: written for this program, no real calendar; made by bench/attention-data.ts from their table.
// A line is audience (x with outsiders, i without) and number of people, minutes, r when it repeats, then the title; titles.ts reads it.
import type { TitleText } from './title-text.ts';

export const TITLES_5: TitleText = {
  recruiting: `
x3 60 Interview: PM candidate (case)
i5 30 Candidate debrief
x2 30 Phone screen - J. Alvarez
i3 30r Hiring sync
i1 60 Write job description Sr PM
x5 60 Panel interview EM role
i2 30 Recruiter intake call
x5 240 Onsite loop - designer
i1 45 CV screening
x3 60 Bewerbungsgespräch Produktdesigner
i5 30 Hire/no hire - APM
i1 30 Interview scorecards
x2 45 Product sense interview - Chen W.
x2 20 Reference check
i2 45 new hire onboarding plan
x3 45 Entretien candidat PO
x2 30 sell call: offer for Dani
x4 60 Case study interview
x2 30 Hiring manager screen
i2 30 Buddy intro for new PM
i9 60 Interview training
x4 60 Final round - Head of Design`,
  learning: `
i1 90r Reforge: retention module
i1 45r Read "Inspired"
i1 60r SQL course
x25 120r PM bootcamp week 3
i8 45r Book club: Continuous Discovery
x15 240 Training: negotiation
i1 60r Learning hour
x18 480 CSPO certification
i1 30 Podcast + notes
i1 60 Udemy - statistics
x12 240 Weiterbildung Datenanalyse
i1 45 watch talk: pricing psychology
x40 90 Masterclass storytelling
i1 90r L&D Friday
i1 60 Study competitor of my own habits (course hw)
i1 60 read papers on forecasting
x20 180 Product analytics training (external)
x14 180 Workshop (attend): facilitation
x12 240 Formation OKR
x99 60 Webinar to attend: AI for PMs
i1 30r Newsletters catch up 📚`,
  coaching: `
x2 60r Coaching session 4/8 w/ Ruth
x2 60r Executive coach
x2 45r Coach: goal check (presence)
i1 30 coaching homework
x2 60r Coaching - stakeholder skills
x2 50r Leadership coaching
x2 30 Intro call w/ coach
x2 60 Coaching Abschluss
x2 60r Session with my coach
x2 45r PM coach - interview feedback skill
x2 60 Coaching kick-off: goals & timeline
x2 45r communication coach
x2 50r Coach call (6 of 10)
i1 20 reflect before coaching
x2 60r Séance coaching
x2 60r public speaking coach
i2 45r internal coach: saying no
x7 90r Group coaching - new leads
x2 30 Coaching chemistry call`,
  mentoring: `
x2 45r Mentor call - Ingrid
i2 30r Mentoring: Yusuf
i2 30r Mentee catch-up
x2 60r Mentorship session
x2 60r Monthly w/ my mentor
i20 45 Mentor program kickoff
x2 60r Mentoring Gespräch mit Karla
x2 30 ADPList mentee
i1 20 prep questions for mentor
x2 60 mentor lunch
x2 45 Ask Ingrid about VP path
x2 45r Women in Product mentoring
i2 30r reverse mentoring w/ CTO
i2 30r Mentor/mentee check-in Q3
x2 45r Mentorat - Paul
x2 45r mentor 1:1 (career)
x6 60r Mentoring circle
i1 15 thank my mentor + update
i2 30r Peer mentor session`,
  peer_connection: `
x2 30 Coffee chat w/ Elif (PM @ Hooli)
i2 30 Donut: me + Rohan
x60 120 ProductTank Munich
i12 45r PM guild
x2 30 Virtual coffee - PM Slack community
x40 120 Meetup: B2B PMs
i1 30r LinkedIn post + replies
x99 480 Mind the Product conf (attend)
x5 60 Breakfast w/ other PMs
x7 90r Peer group - product leads
x50 120 Networking event - SaaS founders
x2 60 Lunch with ex-colleague (now CPO)
i14 45r PM community of practice
i1 30 follow up w/ people from conference
x4 60r Mastermind (4 PMs)
x20 120r Produkt-Stammtisch
x2 25 intro: Sara <> me
i2 30 coffee w/ PM from other division
x30 45 AMA in PM discord
x2 45 Café avec PM Doctolib
x40 120 Women in Product event
x2 30 reconnect w/ Omar
i1 30 post about our discovery process`,
  admin: `
i1 30r Expenses
i1 30r Inbox zero
i1 15r Timesheets
i1 45r Emails & Slack
i1 30 Book travel - Berlin
i1 60 Mandatory compliance training
i1 30r Plan my week
i1 20 Invoice approvals in SAP
i2 30 laptop replacement IT
i1 45 Security training (annual)
i1 60r Admin block
i1 20 HR system update
i2 30 license renewals - tools
i1 30r Reisekosten
i1 45 Notion tidy up
i1 15r calendar tetris
i1 30r Friday wrap up / todos
i2 30 vendor contract paperwork
i1 30r process meeting notes
i1 45 GDPR e-learning
i1 30r Notes de frais
i1 20 benefits enrollment`,
  company: `
i120 60r All Hands
i300 60r Town hall Q3
i200 45r Company update
i80 60r Product & Eng all-hands
i150 45 AMA with CEO
i40 60r Department meeting
i150 90 Betriebsversammlung
i90 60r R&D monthly
i200 120 Quarterly kickoff (company)
i100 45r Friday all hands 🎉
i60 30 Org announcement
i900 60r Global townhall
i35 60r Product org monthly
i150 45 New values rollout
i250 45r Results call (employees)
i110 60r Tous ensemble - plénière
i80 30 fire drill
i90 45 Benefits info session
i140 45 CEO fireside
i60 60r Site meeting Hamburg`,
  focus: `
i1 120r Focus time
i1 120 DO NOT BOOK
i1 180r Deep work
i1 90 Heads down
i1 120 🔒
i1 60r block
i1 480r No meetings Thursday
i1 60r Thinking time
i1 60 hold
i1 120r Fokuszeit
i1 180r maker morning
i1 90 DNB - work
i1 60 Blocker
i1 90 me time (work!)
i1 60 busy
i1 120r Quiet hours
i1 120 Focus Time (auto-scheduled by Clockwise)
i1 60 catch up on work
i1 120 Do not schedule pls
i1 120r plage bloquée`,
  ooo: `
i1 60r Lunch
i1 480 PTO
i1 60 Dentist
i1 480 OOO - sick
i1 45r School pickup
i1 480 Bank holiday
i1 480 Urlaub
i1 60r Gym
i1 60 Doctor appt
i1 45r Commute
i1 180 Flight BER-LIS
i1 60 private
i1 60r Mittagspause
i1 480 Vacation 🏝️
x2 30 Parent-teacher meeting
i1 480 Feiertag
i1 60 plumber
i1 240 Half day off
i1 30r Walk the dog
i1 480 Congés
i1 45 Haircut
i1 60 Kita schließt früher
i1 480 Working from Lisbon (home office)`,
};
