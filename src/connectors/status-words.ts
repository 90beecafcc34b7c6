// The words by which trackers, in many languages, say that work is done, was given up, or is still open. Lower case, no accents lost.

function words(text: string): ReadonlySet<string> {
  return new Set(text.split('|').map((word) => word.trim()).filter((word) => word !== ''));
}

/** Status names, status categories and list names that mean the work was finished. */
export const DONE = words(`
  done|closed|resolved|complete|completed|finished|fixed|released|shipped|deployed|delivered|live|verified|merged|accepted|
  in production|on production|done done|ready for release|implemented|published|
  listo|lista|finalizada|finalizado|hecho|hecha|cerrado|cerrada|resuelto|resuelta|completado|completada|terminado|terminada|entregado|
  gereed|klaar|gesloten|opgelost|voltooid|afgerond|
  fertig|erledigt|geschlossen|gelöst|abgeschlossen|behoben|
  terminé|terminée|terminé(e)|fermé|fermée|résolu|résolue|clos|fini|finie|livré|livrée|
  concluído|concluída|concluido|feito|fechado|fechada|resolvido|resolvida|finalizado|pronto|entregue|itens concluídos|itens concluidos|
  completato|completata|fatto|chiuso|chiusa|risolto|risolta|
  valmis|suljettu|ratkaistu|tehty|
  klar|klart|klara|färdig|stängd|stängt|löst|åtgärdad|
  gotowe|zrobione|zamknięte|zamknięty|rozwiązane|rozwiązany|zakończone|ukończone|ukończono|
  готово|закрыт|закрыта|закрыто|закрытый|решен|решена|решено|решён|сделано|выполнено|завершен|завершено|завершён|
  完了|解決済み|クローズ|終了|完成|完成了|已完成|已关闭|已解决|关闭|已關閉|已解決|
  færdig|lukket|løst|ferdig
`);

/** Status names, resolutions and list names that mean it was closed without being done. */
export const UNFINISHED = words(`
  cancelled|canceled|rejected|declined|abandoned|dropped|discarded|obsolete|invalid|duplicate|duplicated|incomplete|stale|expired|
  won't do|wont do|won't fix|wontfix|wont fix|will not fix|will not do|won’t do|won’t fix|not doing|not planned|not a bug|not our bug|not an issue|not our issue|
  cannot reproduce|can't reproduce|cant reproduce|could not reproduce|not reproducible|unable to reproduce|works as designed|
  works as intended|as designed|by design|working as expected|not needed|no longer needed|no longer relevant|not applicable|n/a|
  withdrawn|deferred|out of scope|needs more info|timed out|no response|needs information|superseded|suspended|won't implement|
  no se hará|no se hara|duplicado|duplicada|no se puede reproducir|incompleto|incompleta|cancelado|cancelada|rechazado|rechazada|
  descartado|descartada|no procede|no válido|inválido|no se corregirá|
  niet uitvoeren|wordt niet gedaan|geannuleerd|afgewezen|duplicaat|dubbel|kan niet reproduceren|niet reproduceerbaar|onvolledig|vervallen|
  nicht zu erledigen|wird nicht erledigt|wird nicht behoben|wird nicht gemacht|nicht erledigt|duplikat|doppelt|abgelehnt|verworfen|
  storniert|abgebrochen|nicht reproduzierbar|kann nicht reproduziert werden|unvollständig|ungültig|hinfällig|
  ne sera pas fait|ne sera pas corrigé|ne pas faire|annulé|annulée|abandonné|abandonnée|doublon|rejeté|rejetée|refusé|refusée|
  impossible à reproduire|non reproductible|incomplet|invalide|
  não será feito|não será corrigido|não fazer|rejeitado|rejeitada|não é possível reproduzir|
  não reproduzível|descartada|
  non verrà eseguito|non verrà risolto|non sarà fatto|annullato|annullata|rifiutato|rifiutata|duplicato|non riproducibile|
  impossibile riprodurre|scartato|
  ei tehdä|ei korjata|ei toteuteta|hylätty|peruttu|peruutettu|kaksoiskappale|duplikaatti|ei toistettavissa|
  görs inte|åtgärdas inte|kommer inte att göras|avbruten|avbruten|avvisad|dubblett|kan inte reproduceras|ofullständig|
  nie zrobimy|nie będzie realizowane|nie zostanie naprawione|anulowane|anulowany|odrzucone|odrzucony|duplikat|nie można odtworzyć|niekompletne|
  не будет выполнено|не будет исправлено|не будет сделано|отменен|отменена|отменено|отменён|отклонен|отклонено|отклонён|дубликат|
  невозможно воспроизвести|не воспроизводится|неполный|
  対応しない|実施しない|修正しない|キャンセル|却下|重複|再現できない|再現不可|未完了|不完全|
  不做|不予处理|不处理|不会修复|不修复|已取消|取消|已拒绝|拒绝|重复|重複|无法重现|不完整|无效
`);

/** Status names and categories that are certainly open; anything in no list is open too, but with less certainty. */
export const OPEN = words(`
  to do|todo|open|opened|new|backlog|in progress|in review|review|blocked|reopened|triage|selected for development|on hold|waiting|ready|
  doing|in development|in test|testing|unresolved|planned|icebox|started|unstarted|indeterminate|
  por hacer|tareas por hacer|pendiente|en curso|en progreso|abierto|abierta|
  te doen|bezig|open|in uitvoering|mee bezig|
  zu erledigen|in arbeit|offen|neu|in bearbeitung|
  à faire|a faire|en cours|ouvert|ouverte|
  a fazer|itens pendentes|em andamento|aberto|em progresso|pendente|
  da completare|da fare|in corso|aperto|
  tehtävä|tehtävät|avoin|työn alla|käynnissä|kesken|
  att göra|pågående|öppen|pågår|
  do zrobienia|w toku|otwarte|
  к выполнению|сделать|в работе|открыт|открыто|в процессе|
  未着手|作業前|進行中|オープン|未解決|待办|进行中|处理中|打开|待辦|進行中
`);
