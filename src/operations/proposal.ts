// What agents may only propose: kept until a person decides, then carried out as that person.
import type { InputOf, OperationName, OutputOf } from '../contract/index.ts';
import { operationNamed } from '../contract/index.ts';
import type { Operation } from '../contract/operation.ts';
import { refusalSentence } from '../contract/refusals.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { nextNumber } from '../store/counter.ts';
import { asJson } from '../store/engine/parameters.ts';
import { findProposal, insertProposal, listProposals, updateProposal, type ProposalRow } from '../store/proposal.ts';
import { timeText } from '../store/schema.ts';
import { answerAfterCommit, type Handlers } from './context.ts';
import { coveredBets, UNTIL_REVEAL, withoutOdds } from './covered-odds.ts';

type Proposal = OutputOf<'proposal.make'>['proposal'];

function shown(row: ProposalRow): Proposal {
  return {
    id: row.id, key: row.key, operation: row.operation, input: row.input as Record<string, unknown>, words: row.words ?? undefined, state: row.state,
    madeAt: row.made_at, decidedAt: row.decided_at ?? undefined,
  };
}

/** What is proposed about a bet whose odds are covered goes without them. */
function shownUnless(row: ProposalRow, covered: ReadonlySet<string>): Proposal {
  const proposal = shown(row);
  const { bet } = proposal.input;
  return typeof bet === 'string' && covered.has(bet) ? { ...proposal, input: withoutOdds(proposal.input), ...UNTIL_REVEAL } : proposal;
}

export const proposalHandlers: Pick<Handlers, 'proposal.make' | 'proposal.list' | 'proposal.decide'> = {
  async 'proposal.make'(given, context) {
    const { tx, asker, now } = context;
    const operation = operationNamed.get(given.operation) as Operation | undefined;
    if (operation?.agent.needsPerson !== true || !operation.input.safeParse(given.with).success) return refused('proposal_unfit', { operation: given.operation });
    const id = context.newId('proposal');
    await insertProposal(tx, {
      workspace_id: asker.workspaceId, id, key: `PR-${await nextNumber(tx, asker.workspaceId, 'proposal')}`, operation: given.operation, input: asJson(given.with), state: 'waiting',
      words: given.words ?? null, made_at: timeText(now), decided_at: null, decided_by: null,
    });
    return granted({ proposal: shown((await findProposal(tx, asker.workspaceId, id))!) });
  },

  async 'proposal.list'(given, context) {
    const { tx, asker } = context;
    const covered = await coveredBets(context);
    const rows = await listProposals(tx, asker.workspaceId, given.state === 'all' ? undefined : given.state);
    return granted({ proposals: rows.map((row) => shownUnless(row, covered)) });
  },

  async 'proposal.decide'(given, context) {
    const { tx, asker, services, runAfterwards } = context;
    const row = await findProposal(tx, asker.workspaceId, given.proposal);
    if (!row) return refused('not_found', { kind: 'proposal', reference: given.proposal });
    if (row.state !== 'waiting') return refused('proposal_decided', { proposal: row.key, state: row.state });
    const covered = await coveredBets(context);
    const decide = (state: 'accepted' | 'declined') => services.store.transaction(async (own) => {
      await updateProposal(own, asker.workspaceId, row.id, { state, decided_at: timeText(services.clock()), decided_by: asker.memberId });
      return shownUnless((await findProposal(own, asker.workspaceId, row.id))!, covered);
    });
    return answerAfterCommit(async () => {
      if (!given.accept) return granted({ proposal: await decide('declined') });
      const outcome = await runAfterwards(row.operation as OperationName, row.input as InputOf<OperationName>);
      if (outcome.ok) return granted({ proposal: await decide('accepted') });
      const { code, details } = outcome.refusal;
      return granted({ proposal: shownUnless(row, covered), refusal: { code, sentence: refusalSentence(code, details) } });
    });
  },
};
