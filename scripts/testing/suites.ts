// The test suites as data: name, which files, how patient, how many at once. Knows nothing of how they are run or counted.

export interface Suite {
  readonly name: string;
  /** One line for the run's heading. */
  readonly title: string;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  /** Milliseconds one test may take. Generous on purpose: a slow machine is not a defect, a hang is. */
  readonly timeout: number;
  /** Test files run at once; 1 where a suite drives processes, disks or a browser. */
  readonly workers: 1 | 2;
  /** True when its tests open databases: a throw-away PostgreSQL and an embedded template are made before the first. */
  readonly database?: true;
}

export const SUITES: readonly Suite[] = [
  { name: 'architecture', title: 'import law, sizes, names', include: ['tests/architecture.test.ts'], timeout: 60_000, workers: 1 },
  {
    name: 'unit',
    title: 'rules, contract, client, scripts',
    include: ['src/domain/**/*.test.ts', 'src/contract/**/*.test.ts', 'src/client/**/*.test.ts', 'scripts/**/*.test.ts'],
    timeout: 60_000,
    workers: 2,
  },
  {
    name: 'connectors',
    title: 'reading trackers and calendars, with fuzzed files',
    include: ['src/connectors/**/*.test.ts', 'tests/calendar-*.test.ts', 'tests/fuzz/**/*.test.ts', 'tests/fuzz.test.ts'],
    timeout: 300_000,
    workers: 2,
  },
  { name: 'store', title: 'storage on both engines', include: ['src/store/**/*.test.ts'], exclude: ['src/store/**/*.durability.test.ts'], timeout: 120_000, workers: 2, database: true },
  { name: 'operations', title: 'operations through the pipeline', include: ['src/operations/**/*.test.ts', 'src/*.test.ts'], timeout: 120_000, workers: 2, database: true },
  {
    name: 'durability',
    title: 'kill, race and power cut',
    include: ['tests/durability/**/*.test.ts', 'tests/durability.test.ts', 'src/store/**/*.durability.test.ts'],
    timeout: 600_000,
    workers: 1,
    database: true,
  },
  { name: 'surfaces', title: 'HTTP, CLI, MCP and web parts', include: ['src/surfaces/**/*.test.{ts,tsx}', 'src/wiring/**/*.test.ts', 'tests/surfaces/**/*.test.ts', 'tests/surfaces.test.ts', 'tests/security.test.ts', 'tests/audit-cli*.test.ts', 'tests/readout-cli*.test.ts', 'tests/attention-cli*.test.ts', 'tests/fuzz/openapi.fuzz.ts'], timeout: 120_000, workers: 2, database: true },
  { name: 'package', title: 'the packed program, installed and started', include: ['tests/package.test.ts'], timeout: 300_000, workers: 1 },
  { name: 'journeys', title: 'whole stories in a real browser', include: ['tests/journeys/**/*.test.ts'], timeout: 180_000, workers: 1 },
];
