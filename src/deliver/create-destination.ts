import type {
  DirectoryOptions,
  FeedOptions,
  WebhookOptions,
  WordpressOptions,
} from '../config/destinations.ts';
import type { Fetch } from '../http/fetch.ts';
import type { Send } from '../http/send.ts';
import type { Destination } from './destination.ts';
import { directoryDestination, type RenderText } from './directory.ts';
import { discreetly, secretsOf } from './discreet.ts';
import { heedGone } from './heed-gone.ts';
import { feedDestination } from './syndication/feed-destination.ts';
import { webhookDestination } from './webhook.ts';
import { wordpressDestination } from './wordpress/wordpress-destination.ts';

export type PushDestinationOptions =
  | WordpressOptions
  | WebhookOptions
  | DirectoryOptions
  | FeedOptions;

export interface DestinationTools {
  /** To addresses the operator wrote. */
  send: Send;
  /** To addresses out of articles: guarded. */
  fetch: Fetch;
  renderText: RenderText;
}

/** The destination a config entry describes. */
export function createDestination(
  options: PushDestinationOptions,
  tools: DestinationTools,
): Destination {
  return heedGone(bareDestination(options, tools));
}

function bareDestination(options: PushDestinationOptions, tools: DestinationTools): Destination {
  switch (options.type) {
    case 'wordpress':
      return wordpressDestination(options, {
        ...tools,
        send: discreetly(tools.send, secretsOf(options)),
      });
    case 'webhook':
      return webhookDestination(options, discreetly(tools.send, secretsOf(options)));
    case 'directory':
      return directoryDestination(options, tools.renderText);
    case 'feed':
      return feedDestination(options);
  }
}
