import type { Logger } from 'pino';
import { ALERT_LOOK_MS, alertRound } from '../alerts/alert-round.ts';
import type { LoadedConfig } from '../config/load.ts';
import type { Work } from './open.ts';

/** One look at what is to be told; what goes wrong with it is logged. */
export async function lookForAlerts(
  config: LoadedConfig,
  { open, send }: Pick<Work, 'open' | 'send'>,
  log: Logger,
): Promise<void> {
  const onTrouble = (reason: string) => log.error({ reason }, 'an alert did not get through');
  try {
    await alertRound({ config, reader: open.pipeline, send, onTrouble });
  } catch (error) {
    onTrouble(error instanceof Error ? error.message : String(error));
  }
}

/** Looks now and then, until it is disposed of. */
export function watchAlerts(
  config: LoadedConfig,
  work: Pick<Work, 'open' | 'send'>,
  log: Logger,
): Disposable {
  if (config.alerts.to.length === 0) return { [Symbol.dispose]: () => {} };
  const look = () => void lookForAlerts(config, work, log);
  look();
  const timer = setInterval(look, ALERT_LOOK_MS);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
