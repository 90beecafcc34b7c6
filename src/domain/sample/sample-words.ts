// The vocabulary of Sample Parcel, an obviously invented returns service: what its backlog items speak of, and how.

/** Who writes items. Roles, not people: the sample invents no person. */
export const AUTHORS = [
  { id: 'support-desk', name: 'Support desk', origin: 'support', weight: 24 },
  { id: 'sales-north', name: 'Sales north', origin: 'sales', weight: 14 },
  { id: 'sales-south', name: 'Sales south', origin: 'sales', weight: 8 },
  { id: 'board-office', name: 'Board office', origin: 'exec', weight: 9 },
  { id: 'returns-pm', name: 'Returns PM', origin: 'pm', weight: 14 },
  { id: 'design', name: 'Design', origin: 'team', weight: 8 },
  { id: 'engineering-1', name: 'Engineering 1', origin: 'team', weight: 10 },
  { id: 'engineering-2', name: 'Engineering 2', origin: 'team', weight: 8 },
  { id: 'warehouse-lead', name: 'Warehouse lead', origin: 'operations', weight: 9 },
] as const;

export const ASSIGNEES = [
  { id: 'engineering-1', name: 'Engineering 1' },
  { id: 'engineering-2', name: 'Engineering 2' },
  { id: 'engineering-3', name: 'Engineering 3' },
  { id: 'design', name: 'Design' },
] as const;

export const PM = { id: 'returns-pm', name: 'Returns PM' } as const;
export const BOT = { id: 'release-bot[bot]', name: 'release-bot[bot]', bot: true } as const;

export const COMPONENTS = ['Labels', 'Tracking', 'Refunds', 'Inspection', 'Carriers', 'Shop portal'] as const;
export type Component = (typeof COMPONENTS)[number];

export const EPICS: readonly { readonly title: string; readonly component: Component; readonly serves?: 'P-1' | 'P-2' | 'P-3' }[] = [
  { title: 'Money back without asking twice', component: 'Refunds', serves: 'P-1' },
  { title: 'No printer at home', component: 'Labels', serves: 'P-2' },
  { title: 'Inspection in one pass', component: 'Inspection', serves: 'P-1' },
  { title: 'Where is my parcel', component: 'Tracking', serves: 'P-3' },
  { title: 'Carrier tariffs 2024', component: 'Carriers' },
  { title: 'Shop portal refresh', component: 'Shop portal' },
  { title: 'Wholesale returns', component: 'Shop portal' },
  { title: 'Second warehouse', component: 'Inspection' },
];

/** What each part of the product has, does and shows: the slots of the sentences below. */
export const NOUNS: Readonly<Record<Component, readonly string[]>> = {
  Labels: ['return label', 'customs label', 'label preview', 'QR code', 'packing slip', 'pre-paid label', 'label for two parcels', 'reprinted label', 'label archive'],
  Tracking: ['tracking page', 'delivery scan', 'parcel timeline', 'handover receipt', 'tracking mail', 'lost-parcel report', 'pick-up window', 'depot scan'],
  Refunds: ['refund', 'partial refund', 'store credit', 'refund mail', 'bank transfer', 'voucher balance', 'refund approval', 'exchange order'],
  Inspection: ['inspection note', 'damage photo', 'restock decision', 'serial number check', 'grading step', 'quarantine shelf', 'scan station', 'weight check'],
  Carriers: ['carrier tariff', 'drop-off point list', 'carrier contract', 'surcharge table', 'pick-up booking', 'carrier invoice', 'zone map', 'depot calendar'],
  'Shop portal': ['returns list', 'reason report', 'monthly statement', 'shop settings', 'user invitation', 'return policy', 'address book', 'help text'],
};

export const CARRIERS = ['Sample Post', 'Example Express', 'Demo Courier', 'Test Freight'] as const;
export const SHOPS = ['shops with more than one depot', 'small shops', 'shops that sell shoes', 'wholesale shops', 'shops abroad', 'shops with a returns desk'] as const;
export const SITUATIONS = [
  'when a parcel holds two orders', 'after the carrier changed the address', 'on a phone', 'when the buyer paid with a voucher', 'for parcels above 20 kg',
  'after midnight', 'when the order is older than a year', 'with an umlaut in the street', 'when the first label was lost', 'during the sale in January',
  'for returns from another country', 'when the shop closed the account', 'if the parcel arrives without a slip', 'when the parcel was split', 'on the second attempt',
] as const;
export const STRUGGLES = [
  'cannot see', 'have to retype', 'lose', 'call support about', 'cannot correct', 'cannot find', 'keep a paper copy of', 'wait for',
] as const;
export const COSTS = [
  'Support answers this 14 times a week.', 'It takes the desk 6 minutes per parcel.', 'About 1 in 20 buyers write to us because of it.', 'The depot repacks 30 parcels a day.',
  'Last quarter 212 refunds went out late.', 'It came up in 5 of 8 shop visits.', 'Shops pay 4 EUR a parcel for it.', 'The oldest complaint is from March.',
] as const;
export const QUOTES = [
  '"I sent it back three weeks ago and nobody can tell me where it is" (shop visit, notes).', '"We keep a paper list next to the screen" (returns desk).',
  '"My customers think I am hiding the money" (shop call).', '"I print it at the library" (buyer survey).',
] as const;
export const BUILD_VERBS = ['Add', 'Build', 'Create', 'Implement', 'Introduce', 'Show', 'Allow', 'Support', 'Provide', 'Integrate', 'Display', 'Enable'] as const;
export const UI_NOUNS = ['button', 'dropdown', 'filter', 'modal', 'column', 'toggle', 'dashboard', 'tab', 'banner', 'widget', 'tooltip', 'page', 'checkbox'] as const;
export const MODULES = ['tariff importer', 'label renderer', 'scan listener', 'refund scheduler', 'mail templates', 'address parser', 'session code', 'depot sync', 'statement job', 'permission checks'] as const;
export const FAILURES = ['prints blank', 'shows the wrong day', 'is sent twice', 'rounds to the wrong cent', 'times out', 'loses the umlaut', 'stays on "received"', 'is cut off on A6', 'links to the old address', 'counts one parcel too many', 'cannot be opened'] as const;
export const COLOURS = ['dark', 'green', 'larger', 'animated', 'sticky', 'second', 'printable', 'weekly', 'sortable'] as const;
