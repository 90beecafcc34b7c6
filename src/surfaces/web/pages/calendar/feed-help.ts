// Where a calendar's secret address and its CalDAV account are found, by provider. Words only; what an address is worth is told by asking it.

export interface ProviderHelp {
  readonly id: string;
  readonly name: string;
  /** One paragraph to the secret .ics address. */
  readonly feed: string;
  /** What CalDAV needs there; absent where the provider has none that takes a password. */
  readonly account?: { readonly server: string; readonly words: string };
}

export const PROVIDERS: readonly ProviderHelp[] = [
  {
    id: 'google', name: 'Google',
    feed: 'On a computer, open Google Calendar, then Settings. Under “Settings for my calendars” choose the calendar, then “Integrate calendar”. Copy “Secret address in iCal format”; it ends in basic.ics. At work an administrator may have switched it off: then download the calendar under “Import and export” and drop the file here.',
  },
  {
    id: 'outlook', name: 'Outlook',
    feed: 'In Outlook on the web, open Settings, then Calendar, then “Shared calendars”. Under “Publish a calendar” choose the calendar and “Can view all details”, press Publish, and copy the ICS link, not the HTML one. With fewer details the titles are missing, and every meeting stays unsorted.',
  },
  {
    id: 'icloud', name: 'iCloud',
    feed: 'On a Mac or on icloud.com, open Calendar and the sharing settings of the calendar, switch on “Public Calendar”, and copy the link. It begins with webcal:// and can be pasted as it is. Everyone who has the link can read that calendar; CalDAV keeps it closed.',
    account: { server: 'https://caldav.icloud.com', words: 'Your Apple account’s address, and an app-specific password: make one at account.apple.com under “Sign-In and Security”.' },
  },
  {
    id: 'fastmail', name: 'Fastmail',
    feed: 'Open Settings, then Calendars, and “Edit & Share” beside the calendar. Switch on sharing by public address with full event details, save, and copy the address. It cannot be guessed, and can be reset in the same place.',
    account: { server: 'https://caldav.fastmail.com', words: 'Your Fastmail address, and an app password: make one under Settings, “Privacy & Security”, “App passwords”, for calendars.' },
  },
  {
    id: 'other', name: 'Another',
    feed: 'Look for “subscribe”, “publish”, “iCal” or “ICS” in the calendar’s sharing settings. Any address that answers with an .ics file will do. Where there is none, export the calendar to a file and drop it here.',
    account: { server: '', words: 'Nextcloud, Radicale, Zimbra, Synology and others speak CalDAV: the server’s address, your user name, and a password made for apps where there is one.' },
  },
];

/** Those that CalDAV works for. */
export const ACCOUNTS: readonly (ProviderHelp & { readonly account: NonNullable<ProviderHelp['account']> })[] = PROVIDERS.flatMap((provider) => (provider.account === undefined ? [] : [{ ...provider, account: provider.account }]));
