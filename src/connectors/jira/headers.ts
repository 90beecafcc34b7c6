// Column names of Jira's CSV exports in the languages it is exported in. What is not listed is a column nobody asked about.
import { headerName, type Column } from '../csv/table.ts';

export const JIRA_FIELDS = [
  'key', 'id', 'title', 'type', 'status', 'category', 'resolution', 'project', 'priority', 'assignee', 'assigneeId', 'author', 'authorId',
  'creator', 'creatorId', 'created', 'updated', 'resolved', 'due', 'body', 'labels', 'components', 'sprint', 'fixVersion', 'comment', 'parentKey', 'parentId',
  'epicLink',
] as const;
export type JiraField = (typeof JIRA_FIELDS)[number];

const NAMES: Readonly<Record<JiraField, string>> = {
  key: `issue key|work item key|key|clave de incidencia|clave de la incidencia|clave de actividad|clave de la actividad|clave|issuesleutel|sleutel|
    vorgangsschlüssel|schlüssel|clé de ticket|clé de la demande|clé|chave da item|chave do item|chave da pendência|chave|chiave segnalazione|chiave ticket|chiave|
    avain|tapauksen avain|ärendenyckel|nyckel|klucz zgłoszenia|klucz|ключ проблемы|ключ запроса|ключ задачи|код|ключ|課題キー|キー|作業項目キー|问题关键字|事务密钥|关键字|密钥`,
  id: `issue id|work item id|id de la incidencia|id de incidencia|id de actividad|issue-id|vorgangs-id|id de ticket|id do item|id da item|id da pendência|id segnalazione|
    ärende-id|id zgłoszenia|id проблемы|идентификатор запроса|課題 id|課題id|问题id|问题 id`,
  title: `summary|resumen|samenvatting|zusammenfassung|résumé|resumo|riepilogo|yhteenveto|sammanfattning|podsumowanie|тема|резюме|概要|要約|摘要|概述`,
  type: `issue type|work type|work item type|tipo de incidencia|tipo de actividad|issuetype|type issue|vorgangstyp|type de ticket|type de demande|tipo de item|tipo de pendência|
    tipo segnalazione|tipo di segnalazione|tipo ticket|tapaustyyppi|ärendetyp|typ zgłoszenia|тип запроса|тип задачи|тип проблемы|課題タイプ|作業タイプ|问题类型|事务类型`,
  status: `status|estado|état|statut|stato|tila|статус|ステータス|状态|狀態`,
  category: `status category|categoría de estado|categoría del estado|statuscategorie|statuskategorie|catégorie d'état|catégorie de statut|catégorie d’état|categoria de status|categoria do status|
    categoria stato|categoria di stato|tilaluokka|statuskategori|kategoria statusu|категория статуса|ステータス カテゴリ|ステータス カテゴリー|ステータスカテゴリ|状态类别`,
  resolution: `resolution|resolución|oplossing|lösung|résolution|resolução|risoluzione|ratkaisu|lösning|rozwiązanie|решение|резолюция|解決状況|解決策|解决结果|解决方案`,
  project: `project key|clave del proyecto|clave de proyecto|projectsleutel|projektschlüssel|clé de projet|clé du projet|chave do projeto|chiave progetto|projektin avain|
    projektnyckel|klucz projektu|ключ проекта|プロジェクト キー|プロジェクトキー|项目关键字|项目密钥`,
  priority: `priority|prioridad|prioriteit|priorität|priorité|prioridade|priorità|prioriteetti|prioritet|priorytet|приоритет|優先度|优先级`,
  assignee: `assignee|persona asignada|responsable|toegewezen persoon|uitvoerder|zugewiesene person|bearbeiter|personne assignée|attribution|responsável|assegnatario|
    käsittelijä|vastuuhenkilö|tilldelad|ansvarig|osoba przypisana|przypisany|исполнитель|担当者|经办人|負責人`,
  assigneeId: `assignee id|id de la persona asignada|id van toegewezen persoon|id der zugewiesenen person|id de la personne assignée|id do responsável|id assegnatario|
    id osoby przypisanej|id исполнителя|担当者 id|经办人 id`,
  author: `reporter|informador|melder|rapporteur|autor|berichterstatter|relator|segnalatore|ilmoittaja|raportoija|rapportör|zgłaszający|автор|报告人|報告者`,
  authorId: `reporter id|id del informador|id van melder|autor-id|id du rapporteur|id do relator|id segnalatore|id zgłaszającego|id автора|報告者 id|报告人 id`,
  creator: `creator|creador|maker|ersteller|créateur|criador|creatore|luoja|skapare|skapad av|autor zgłoszenia|twórca|создатель|作成者|创建者`,
  creatorId: `creator id|id del creador|id van maker|ersteller-id|id du créateur|id do criador|id creatore|id создателя|作成者 id|创建者 id`,
  created: `created|creada|creado|gemaakt|aangemaakt|erstellt|création|créée|créé|criado|creato|luotu|skapad|skapat|utworzono|создано|создана|作成日|作成日時|已创建|创建日期|创建时间`,
  updated: `updated|actualizada|actualizado|bijgewerkt|aktualisiert|mise à jour|mis à jour|atualizado(a)|atualizado|aggiornato|päivitetty|uppdaterad|uppdaterat|zaktualizowano|
    обновлено|обновлён|обновлен|更新日|更新日時|已更新|更新日期`,
  resolved: `resolved|resuelta|resuelto|opgelost|gelöst|erledigt|résolue|résolu|resolvido|risolto|ratkaistu|löst|rozwiązano|rozwiązane|
    дата резолюции|дата решения|решено|解決日|解決済み|已解决|解决日期`,
  due: `due date|due|fecha de vencimiento|einddatum|deadline|vervaldatum|fälligkeitsdatum|fällig|fällig am|date d'échéance|échéance|date d’échéance|data limite|data de entrega|
    data di scadenza|data scadenza|scadenza|määräaika|eräpäivä|förfallodatum|termin|data ukończenia|срок исполнения|期限|期日|到期日|截止日期`,
  body: `description|descripción|beschrijving|omschrijving|beschreibung|descrição|descrizione|kuvaus|beskrivning|opis|описание|説明|描述`,
  labels: `labels|label|etiquetas|etiqueta|stichwörter|étiquettes|étiquette|rótulos|categorias|etichette|tunnisteet|etiketter|etykiety|метки|ラベル|标签|標籤`,
  components: `components|component/s|components/s|component|componentes|componente|componenten|komponenten|komponente|composants|composant|componenti|
    komponentit|komponenter|komponenty|компоненты|компонент|コンポーネント|模块|组件`,
  sprint: `sprint|sprints|sprintti|спринт|スプリント|冲刺`,
  fixVersion: `fix version|fix versions|fix version/s|fixversion|fixversions|versiones de corrección|versión correctora|oplosversie|lösungsversion|lösungsversionen|lösung in version|version corrigée|versions corrigées|
    versões corrigidas|versioni con correzione|исправить в версиях|修正バージョン|修复版本`,
  comment: `comment|comments|comentario|comentarios|opmerking|opmerkingen|reactie|kommentar|kommentare|commentaire|commentaires|comentário|comentários|commento|commenti|
    kommentti|kommentit|kommentarer|komentarz|комментарий|комментарии|コメント|注释|备注|评论`,
  parentKey: `parent key|clave principal|clave de la principal|bovenliggende sleutel|übergeordneter schlüssel|schlüssel des übergeordneten vorgangs|clé parent|clé parente|clé du parent|chave pai|
    chave principal|chiave principale|chiave padre|överordnad nyckel|klucz nadrzędny|ключ родителя|родительский ключ|親キー|父关键字`,
  parentId: `parent|parent id|principal|bovenliggend|übergeordnet|übergeordnete id|parent-id|pai|principale|nadrzędny|родитель|親|父级`,
  epicLink: `custom field (epic link)|epic link|campo personalizado (epic link)|campo personalizado (enlace de épica)|aangepast veld (epic link)|benutzerdefinierte felder (epic-verknüpfung)|benutzerdefinierte felder (epic link)|
    champs personnalisés (lien d'epic)|champs personnalisés (epic link)|campo personalizado (link do epic)|campo personalizzato (link epic)|カスタムフィールド (エピックリンク)|пользовательское поле (ссылка на эпик)`,
};

/** Columns whose content lies in a custom field of the same sense in team-managed projects. */
const CUSTOM = /^(?:custom field|campo personalizado|aangepast veld|benutzerdefinierte felder|champs? personnalisés?|campo personalizzato|пользовательское поле) \((.+)\)$/;
const LINK = /^(.*(?:issue link|work item link|enlace de incidencia|enlace|verknüpfung|verknüpfte|lien|koppeling|link|collegamento|ärendelänk|powiązanie|ссылка|リンク|链接).*?) ?\((.+)\)$/;
const INWARD = /inward|entrante|eingehende|entrant|inkomende|in entrata|inåtgående|przychodzące|входящ|内向き|内部|入力|de entrada/;

const byName = new Map<string, JiraField>();
for (const field of JIRA_FIELDS) for (const name of NAMES[field].split('|')) if (!byName.has(headerName(name))) byName.set(headerName(name), field);

export interface JiraLinkColumn extends Column { readonly kind: string }

export interface JiraColumns {
  readonly fields: ReadonlyMap<JiraField, readonly Column[]>;
  readonly links: readonly JiraLinkColumn[];
}

/** The field a header cell names in any of the languages; undefined for a column that is not read. */
export function jiraFieldNamed(header: string): JiraField | undefined {
  return byName.get(headerName(header));
}

/**
 * Columns by field, in file order; a header may repeat (`Sprint` three times, `Comment` thirteen times) and each is kept.
 * Link columns carry the kind as the header words it, with `(inward)` behind it when it points the other way.
 */
export function jiraColumns(columns: readonly Column[]): JiraColumns {
  const fields = new Map<JiraField, Column[]>();
  const links: JiraLinkColumn[] = [];
  for (const column of columns) {
    const name = headerName(column.header);
    const field = byName.get(name);
    const link = field === undefined && !CUSTOM.test(name) ? LINK.exec(name) : null;
    if (field !== undefined) {
      const list = fields.get(field);
      if (list) list.push(column);
      else fields.set(field, [column]);
    } else if (link) {
      const kind = /\(([^()]+(?:\([^()]*\))?[^()]*)\)\s*$/.exec(column.header)?.[1] ?? link[2]!;
      links.push({ ...column, kind: INWARD.test(link[1]!) ? `${kind} (inward)` : kind });
    }
  }
  return { fields, links };
}
