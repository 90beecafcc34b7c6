// Evidence that a text brings along: frequency, duration or money with a unit, and a quote with its source.
// Reads shapes only; it does not judge whether the numbers are true.

const UNIT = '(?:min(?:ute)?s?|h|hrs?|hours?|days?|weeks?|months?|quarters?|years?|seconds?|secs?|times|tickets?|calls?|complaints?|orders?|returns?|customers?|users|people|accounts|requests|e-?mails?|interviews?|refunds?|cases)';
const AMOUNT = new RegExp(
  [
    `\\b\\d[\\d.,]{0,12}\\s?(?:k|m)?\\s?(?:%|percent)\\s?of\\b`,
    `\\b\\d[\\d.,]{0,12}\\s?(?:%|percent)\\s(?:fewer|more|drop|decline|abandon|churn|leave|fail)`,
    `[$\u20ac\u00a3\u00a5]\\s?\\d[\\d.,]{0,12}`,
    `\\b\\d[\\d.,]{0,12}\\s?(?:k\\s)?(?:usd|eur|gbp|dollars|euros|pounds)\\b`,
    `\\b\\d[\\d.,]{0,12}\\s?(?:k\\s)?${UNIT}\\b`,
    `\\b(?:every|each|per)\\s(?:day|week|month|quarter|year|hour|morning|shift|order|customer|ticket|release|time)\\b`,
    `\\b(?:once|twice|several times|many times|(?:two|three|four|five|six|ten|twelve|twenty)\\s(?:times|hours|minutes|days|weeks|months))\\b`,
    `\\b(?:hours|minutes|days|weeks)\\s(?:a|per|each|every)\\s(?:day|week|month|year)\\b`,
  ].join('|'),
  'i',
);
const QUOTE = /["\u201c\u201e\u00ab][^"\u201c\u201d\u00bb\n]{8,300}["\u201d\u00bb]/;
const SOURCE = /\b(?:said|says|wrote|writes|told|asked|quote[ds]?|according to|interview|customer|client|user|ticket|call with|survey|nps|support)\b|\u2014\s?\p{Lu}|\s-\s?\p{Lu}|#\d{2,}/u;
const TICKET = /\b(?:interview|ticket|case|conversation|call)\s?(?:no\.?\s?|#)\d{1,9}|\b(?:zendesk|intercom|freshdesk|helpscout|gong|dovetail|productboard|salesforce|hubspot)\b/i;

/** A number with a unit of frequency, duration, people or money. Example: `38 minutes per shift`. */
export function namesAmount(text: string): boolean {
  return AMOUNT.test(text);
}

/** Quote marks with a source near by, or a named interview or support ticket. */
export function namesSource(text: string): boolean {
  return TICKET.test(text) || (QUOTE.test(text) && SOURCE.test(text));
}
