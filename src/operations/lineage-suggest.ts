// Suggests from wording which open items may lead to which problem or bet. Reads titles and texts now; links nothing.
import { startLineage } from '../domain/backlog/lineage.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { getLineageInputs } from '../store/audit-input.ts';
import { getRuleSettings } from '../store/rule.ts';
import { listOpenWordings } from '../store/lineage.ts';
import type { Handler } from './context.ts';

export const suggestLineage: Handler<'lineage.suggest'> = async (given, { tx, asker }) => {
  const { graph, rules, links, declined } = await getLineageInputs(tx, asker.workspaceId);
  if (!graph.goal) return refused('link_needs_active_goal');
  const { origins } = await getRuleSettings(tx, asker.workspaceId);
  const lineage = startLineage({
    graph, rules, origins, allowance: 1, linksOf: (key) => links.get(key) ?? [], declined: (item, target) => declined.has(`${item}\n${target}`),
  });
  const items = await listOpenWordings(tx, asker.workspaceId);
  const byKey = new Map(items.map((item) => [item.key, item]));
  for (const item of items) {
    lineage.add({
      key: item.key, title: item.title, statusClass: item.status_class, labels: item.labels as string[], components: item.components as string[], links: [], sprints: [], comments: [],
      ...(item.body === null ? {} : { body: item.body }), ...(item.type === null ? {} : { type: item.type }), ...(item.container === null ? {} : { container: item.container }),
      ...(item.parent_key === null ? {} : { parent: item.parent_key }),
    });
  }
  const titles = new Map<string, { key: string; title: string }>([
    [graph.goal.id, { key: 'goal', title: graph.goal.statement }],
    ...graph.problems.map((one) => [one.id, { key: one.key ?? one.id, title: one.title }] as const),
    ...graph.bets.map((one) => [one.id, { key: one.key ?? one.id, title: one.claim }] as const),
  ]);
  const suggestions = lineage.finish().suggestions.slice(0, given.limit).flatMap(({ item: key, target, score, words }) => {
    const item = byKey.get(key);
    const known = titles.get(target.id);
    if (!item || !known) return [];
    return [{
      item: { id: item.id, key: item.key, title: item.title, statusClass: item.status_class, ...(item.url === null ? {} : { url: item.url }) },
      target: { kind: target.kind, id: target.id, ...known }, score, words: [...words],
    }];
  });
  return granted({ suggestions });
};
