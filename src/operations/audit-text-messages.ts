// The messages between an audit of files and the thread that reads the wording of open items, and how they travel.
import type { TextAnswers } from '../domain/backlog/audit-texts.ts';
import type { Finding } from '../domain/backlog/finding.ts';
import type { Item } from '../domain/backlog/item.ts';
import type { AuditSettings } from '../domain/backlog/rule.ts';

export interface TextThreadStart { readonly settings: AuditSettings }

/** Items and answers travel as JSON: one string is handed over several times quicker than many objects. */
export type TextThreadTask = { readonly type: 'items'; readonly json: string } | { readonly type: 'finish' };

export type TextThreadMessage =
  | { readonly type: 'taken' }
  | { readonly type: 'answers'; readonly json: string }
  | { readonly type: 'broken'; readonly error: string };

export function itemsAsJson(items: readonly Item[]): string {
  return JSON.stringify(items);
}

export function itemsFromJson(json: string): readonly Item[] {
  return JSON.parse(json) as Item[];
}

export function answersAsJson({ findings, groups }: TextAnswers): string {
  return JSON.stringify({ findings: [...findings], groups });
}

export function answersFromJson(json: string): TextAnswers {
  const { findings, groups } = JSON.parse(json) as { findings: [number, readonly Finding[]][]; groups: TextAnswers['groups'] };
  return { findings: new Map(findings), groups };
}
