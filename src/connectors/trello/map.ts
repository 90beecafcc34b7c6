// A Trello board to neutral items: the board's lists are statuses, its actions are comments and history. Pure, but a board
// is read whole, since cards refer to lists and actions stand apart from cards.
import type { Change, Comment, Item, Person, StatusClass } from '../../domain/backlog/item.ts';
import { withFilled } from '../fill-item.ts';
import { cleanText, dayIn, instantOf, isObject, listOf, personIn, textOf, webAddress, wordOf, type Loose } from '../loose-json.ts';
import type { RecordSink } from '../record-sink.ts';
import { classOfWord } from '../status-class.ts';

/** Gathers a board's parts in whatever order they come; `finish` maps the cards. */
export interface TrelloBoard {
  name: string | undefined;
  readonly lists: Map<string, { readonly name: string; readonly closed: boolean }>;
  readonly members: Map<string, Person>;
  readonly cards: { readonly value: unknown; readonly number: number }[];
  readonly talk: Map<string, { comments: Comment[]; history: Change[]; author?: Person }>;
  readonly checklists: Map<string, string[]>;
}

export function emptyBoard(): TrelloBoard {
  return { name: undefined, lists: new Map(), members: new Map(), cards: [], talk: new Map(), checklists: new Map() };
}

function member(value: unknown): Person | undefined {
  return personIn(value, ['username', 'id'], 'fullName');
}

/** The second in which an id was made: its first eight hexadecimal digits. Undefined for ids of another shape. */
export function madeAt(id: unknown): number | undefined {
  if (typeof id !== 'string' || !/^[0-9a-f]{24}$/.test(id)) return undefined;
  const at = Number.parseInt(id.slice(0, 8), 16) * 1000;
  return at > 1_262_304_000_000 && at < 7_258_118_400_000 ? at : undefined;
}

/** The comment in a `commentCard` action and the card it belongs to. */
export function trelloComment(action: Loose, sink: RecordSink): { card: string; short: string | undefined; comment: Comment } | undefined {
  const data = action['data'];
  if (action['type'] !== 'commentCard' || !isObject(data) || !isObject(data['card'])) return undefined;
  const card = data['card'];
  const id = textOf(action, 'id', sink), author = member(action['memberCreator']), at = instantOf(action, 'date', sink);
  const comment = { text: textOf(data, 'text', sink) ?? '', ...(id !== undefined && { id }), ...(author && { author }), ...(at !== undefined && { at }) };
  return { card: String(card['id']), short: typeof card['shortLink'] === 'string' ? card['shortLink'] : undefined, comment };
}

function addAction(value: unknown, board: TrelloBoard, sink: RecordSink): void {
  if (!isObject(value) || !isObject(value['data']) || !isObject(value['data']['card'])) return;
  const data = value['data'];
  const id = String((data['card'] as Loose)['id']);
  let talk = board.talk.get(id);
  if (!talk) board.talk.set(id, talk = { comments: [], history: [] });
  const spoken = trelloComment(value, sink);
  if (spoken) return void talk.comments.push(spoken.comment);
  const by = member(value['memberCreator']);
  if (value['type'] === 'createCard' && by) talk.author = by;
  if (value['type'] !== 'updateCard') return;
  const at = instantOf(value, 'date', sink);
  if (at === undefined) return;
  const was = data['listBefore'], is = data['listAfter'], old = data['old'];
  if (isObject(was) && isObject(is)) {
    talk.history.push({ at, field: 'status', from: String(was['name']), to: String(is['name']), ...(by && { by }) });
  } else if (isObject(old)) {
    const closed = (data['card'] as Loose)['closed'];
    if (typeof old['closed'] === 'boolean') talk.history.push({ at, field: 'archived', from: String(old['closed']), to: String(closed), ...(by && { by }) });
    else for (const field of ['name', 'desc', 'due'] as const) if (field in old) talk.history.push({ at, field: field === 'name' ? 'title' : field === 'desc' ? 'body' : 'due', ...(by && { by }) });
  }
}

/** Takes one element of one of the board's lists. Only cards are rows; `number` is the card's place among them. */
export function addToBoard(path: string, value: unknown, board: TrelloBoard, sink: RecordSink): void {
  if (path === 'cards') board.cards.push({ value, number: board.cards.length + 1 });
  else if (path === 'actions') addAction(value, board, sink);
  else if (!isObject(value)) return;
  else if (path === 'lists') board.lists.set(String(value['id']), { name: wordOf(value['name']), closed: value['closed'] === true });
  else if (path === 'members') {
    const person = member(value);
    if (person) board.members.set(String(value['id']), person);
  } else if (path === 'checklists') {
    const lines = listOf(value, 'checkItems', sink).flatMap((entry) => (isObject(entry) ? [`- [${entry['state'] === 'complete' ? 'x' : ' '}] ${wordOf(entry['name'])}`] : []));
    const card = String(value['idCard']);
    board.checklists.set(card, [...board.checklists.get(card) ?? [], `${wordOf(value['name'])}:`, ...lines]);
  }
}

function classOf(card: Loose, list: { name: string; closed: boolean } | undefined): StatusClass {
  const word = list === undefined ? undefined : classOfWord(list.name);
  if (word === 'done' || card['dueComplete'] === true) return 'done';
  return card['closed'] === true || list?.closed === true || word === 'closed_unfinished' ? 'closed_unfinished' : 'open';
}

function resolvedAt(history: readonly Change[], statusClass: StatusClass): number | undefined {
  if (statusClass === 'open') return undefined;
  return history.findLast(({ field, to }) => (field === 'archived' && to === 'true') || (field === 'status' && to !== undefined && classOfWord(to) === statusClass))?.at;
}

/** Maps every card. A card is done in a list of that name or when marked complete; archived otherwise is closed unfinished. */
export function finishBoard(board: TrelloBoard, sink: RecordSink): void {
  for (const { value, number } of board.cards) {
    sink.begin(number);
    mapCard(value, board, sink);
  }
}

function mapCard(card: unknown, board: TrelloBoard, sink: RecordSink): void {
  if (!isObject(card)) return sink.lose('not_an_issue', card);
  const key = textOf(card, 'shortLink', sink);
  if (key === undefined) return sink.lose('key_missing', card['id'] ?? null, 'shortLink');
  const title = textOf(card, 'name', sink);
  if (title === undefined) sink.problem('name', 'title_missing', card['name'] ?? null);
  const list = board.lists.get(String(card['idList']));
  const statusClass = classOf(card, list);
  const talk = board.talk.get(String(card['id']));
  const history = (talk?.history ?? []).toSorted((a, b) => a.at - b.at);
  const labels = listOf(card, 'labels', sink).flatMap((label) => (isObject(label) ? [wordOf(label['name']) || wordOf(label['color'])] : [])).filter((name) => name !== '');
  const body = [textOf(card, 'desc', sink), board.checklists.get(String(card['id']))?.join('\n')].filter((part) => part !== undefined).join('\n\n');
  const item: { -readonly [K in keyof Item]: Item[K] } = {
    key, title: title ?? '', statusClass, labels: [...new Set(labels.map(cleanText))], components: [], links: [], sprints: [],
    comments: (talk?.comments ?? []).toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0)),
  };
  sink.remember(item.comments);
  sink.item(withFilled(item, {
    container: board.name, url: webAddress(card['shortUrl']) ?? webAddress(card['url']), body: body || undefined, status: list?.name || undefined,
    created: madeAt(card['id']), updated: instantOf(card, 'dateLastActivity', sink), due: dayIn(card, 'due', sink), author: talk?.author,
    assignee: listOf(card, 'idMembers', sink).map((id) => board.members.get(String(id))).find((found) => found !== undefined),
    history: board.talk.size > 0 ? history : undefined, resolved: resolvedAt(history, statusClass),
  }));
}

/** A comment or a card delivered without its board: its list is unknown, so only the archive flag and the mark of completion speak. */
export function mapTrelloLoose(value: unknown, sink: RecordSink): void {
  if (isObject(value) && typeof value['type'] === 'string' && isObject(value['data'])) {
    const spoken = trelloComment(value, sink);
    if (spoken?.short === undefined) return sink.skip('other');
    return sink.comment(spoken.short, spoken.comment);
  }
  mapCard(value, emptyBoard(), sink);
}
