#!/usr/bin/env node
// The program's door: starts what `npm run build` made, or says in one sentence why it cannot.
import { existsSync } from 'node:fs';

const built = new URL('../dist/throughline.js', import.meta.url);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Throughline needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 70;
} else if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write('Throughline is not built yet: run "npm run build" once, then try again.\n');
  process.exitCode = 70;
}
