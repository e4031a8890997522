import { runRole } from './run-role.ts';

await runRole('poll');
