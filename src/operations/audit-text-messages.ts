// The messages between an audit of files and the thread that reads the wording of open items. Types only.
import type { TextAnswers } from '../domain/backlog/audit-texts.ts';
import type { Item } from '../domain/backlog/item.ts';
import type { AuditSettings } from '../domain/backlog/rule.ts';

export interface TextThreadStart { readonly settings: AuditSettings }

export type TextThreadTask = { readonly type: 'items'; readonly items: readonly Item[] } | { readonly type: 'finish' };

export type TextThreadMessage =
  | { readonly type: 'taken' }
  | { readonly type: 'answers'; readonly answers: TextAnswers }
  | { readonly type: 'broken'; readonly error: string };
