import { printScores } from './score-sheet.ts';
import { scoreOf } from './simulation.ts';
import { createStoredReader } from './stored-reader.ts';

const scores = await scoreOf(createStoredReader, 30);
console.log(printScores(scores));
if (scores.some(({ deductions }) => deductions.length > 0)) process.exitCode = 1;
