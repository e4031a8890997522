#!/usr/bin/env node
import { main } from '../src/cli/main.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await main(process.argv.slice(2), processTerminal());
