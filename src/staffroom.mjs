#!/usr/bin/env node
// The `staffroom` command. The sources are TypeScript; they are compiled when no up-to-date build is there, so that
// `npx staffroom` works straight after `npm ci` and never runs a stale build.
import { pathToFileURL } from 'node:url';
import { builtFrom } from './build.mjs';

const entry = await builtFrom('src/main.ts', ['src']);
process.env.NODE_NO_WARNINGS ??= '1';
const { main } = await import(pathToFileURL(entry).href);
await main(process.argv);
