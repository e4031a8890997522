#!/usr/bin/env node
import { main } from '../src/cli/main.ts';
import { exitWith, processTerminal } from './terminal.ts';

exitWith(await main(process.argv.slice(2), processTerminal()));
