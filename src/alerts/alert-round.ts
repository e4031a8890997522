import type { AlertOptions, AlertReceiver } from '../config/alerts.ts';
import type { LoadedConfig } from '../config/load.ts';
import { SECOND_MS } from '../durations.ts';
import type { Send } from '../http/send.ts';
import { readStatus, type StatusReader } from '../monitor/status.ts';
import type { AlertStore } from '../store/health/alerts.ts';
import { alertMessage } from './message.ts';
import { sendAlert } from './send-alert.ts';
import {
  type AlertFacts,
  afterAlertLook,
  alertStateSchema,
  type Digest,
  NO_ALERTS,
} from './standing-alerts.ts';

/** How far apart looks are, over all processes. */
export const ALERT_LOOK_MS = 60 * SECOND_MS;
const LEASE_MS = ALERT_LOOK_MS - 5 * SECOND_MS;

export interface AlertParts {
  config: LoadedConfig;
  reader: Omit<StatusReader, 'config'>;
  send: Send;
  /** That a receiver could not be told; must not throw. */
  onTrouble: (message: string) => void;
}

/** Looks how everything stands and tells who is to be told, unless another process has just looked. */
export async function alertRound({ config, reader, send, onTrouble }: AlertParts): Promise<void> {
  const { alerts } = reader.health;
  if (config.alerts.to.length === 0 || !(await alerts.claim(LEASE_MS))) return;
  const { needs, held } = await readStatus({ ...reader, config });
  const facts = { needs, held: held.count, nowMs: reader.now() };
  await tellNews(facts, config.alerts, { alerts, send, onTrouble });
}

/** Tells what is news by these facts, and remembers that it was told. */
export async function tellNews(
  facts: AlertFacts,
  { to, after }: AlertOptions,
  { alerts, send, onTrouble }: Pick<AlertParts, 'send' | 'onTrouble'> & { alerts: AlertStore },
): Promise<void> {
  const before = (await alerts.read(alertStateSchema)) ?? NO_ALERTS;
  const { state, digest } = afterAlertLook(before, facts, after);
  const isNews = digest.began.length + digest.ended.length > 0;
  // What reached nobody is told at the next look.
  if (isNews && !(await tellAll(to, digest, send, onTrouble))) return;
  await alerts.write(state);
}

/** False when nobody could be told. */
async function tellAll(
  receivers: readonly AlertReceiver[],
  digest: Digest,
  send: Send,
  onTrouble: (message: string) => void,
): Promise<boolean> {
  const message = alertMessage(digest);
  const reached = await Promise.all(
    receivers.map(async (receiver) => {
      try {
        await sendAlert(receiver, message, send);
        return true;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        onTrouble(`an alert could not be sent by ${receiver.type}: ${reason}`);
        return false;
      }
    }),
  );
  return reached.includes(true);
}
