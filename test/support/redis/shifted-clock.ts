// Loaded into a process before its program: its wall clock is off by as many milliseconds as the file of
// CLOCK_FILE says, read again at each SIGUSR2. Timers and the monotonic clock go on as they do.

import { readFileSync } from 'node:fs';

const RealDate = Date;
let offsetMs = 0;

globalThis.Date = class extends RealDate {
  constructor(...values: []) {
    if (values.length > 0) super(...values);
    else super(RealDate.now() + offsetMs);
  }

  static override now(): number {
    return RealDate.now() + offsetMs;
  }
} as DateConstructor;

process.on('SIGUSR2', () => {
  offsetMs = Number(readFileSync(process.env['CLOCK_FILE']!, 'utf8'));
});
