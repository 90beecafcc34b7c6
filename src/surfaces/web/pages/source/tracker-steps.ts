// The way to an export, tracker by tracker, and what that export carries. Plain data.

export interface TrackerWay {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly { readonly words: string; readonly command?: string }[];
  /** What this export has and lacks. */
  readonly note: string;
}

export const STEPS: readonly TrackerWay[] = [
  {
    id: 'jira', name: 'Jira',
    steps: [
      { words: 'Open the search for work items (issues) and filter to your project, closed ones included: how often old items were finished is learned from them.' },
      { words: 'Choose Export, then “CSV (all fields)”.' },
      { words: 'Jira limits how many items one file holds. If yours has more, export it in ranges, such as one per year of creation, and drop all files at once.' },
    ],
    note: 'The CSV has no status history. JSON of Jira’s search API with expand=changelog has it, as one document or one issue a line.',
  },
  {
    id: 'github', name: 'GitHub',
    steps: [
      { words: 'In a terminal with GitHub’s own tool, write all issues to a file:', command: "gh api --paginate --jq '.[]' 'repos/OWNER/NAME/issues?state=all&per_page=100' > issues.ndjson" },
      { words: 'And their comments:', command: "gh api --paginate --jq '.[]' 'repos/OWNER/NAME/issues/comments?per_page=100' > comments.ndjson" },
      { words: 'Drop both files together.' },
    ],
    note: 'Pull requests come along; they are counted and left out. A backup made with a tool that keeps timeline events is read too, and brings the history.',
  },
  {
    id: 'linear', name: 'Linear',
    steps: [
      { words: 'As an admin, open the workspace’s settings and find “Import / Export”.' },
      { words: 'Choose to export as CSV; Linear prepares the file or sends a link to it.' },
    ],
    note: 'The CSV has no comments and no history. Issues as Linear’s API answers them, in JSON, are read too.',
  },
  {
    id: 'gitlab', name: 'GitLab',
    steps: [
      { words: 'In the project, open Settings, General, Advanced, and choose “Export project”.' },
      { words: 'GitLab sends a link when the archive is ready. Drop the .tar.gz as it is.' },
    ],
    note: 'The project export has comments. The pages that the issues API answers, in JSON, are read too.',
  },
  {
    id: 'trello', name: 'Trello',
    steps: [
      { words: 'Open the board’s menu and choose “Print, export, and share”.' },
      { words: 'Choose “Export as JSON” and save the page that opens.' },
    ],
    note: 'A board’s export holds its last 1,000 actions, so older moves and comments are not in it.',
  },
  {
    id: 'csv', name: 'Any CSV',
    steps: [
      { words: 'Export a table whose first row names its columns; commas, semicolons or tabs.' },
      { words: 'Drop it here. If the columns are not known, you say which is which before anything is imported.' },
    ],
    note: 'Only a title is needed. With a key, a later file updates; with dates of creation and closing, the audit can say more.',
  },
];
