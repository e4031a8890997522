import { ACCOUNTS } from './accounts.ts';
import { ADVERTISING } from './advertising.ts';
import { CALLS } from './calls.ts';
import { EMBEDDED_CONTENT, MADE_BY_MACHINES } from './embedded-content.ts';
import { LINKS_TO_MORE } from './links-to-more.ts';
import { OFFERS } from './offers.ts';
import { READ_ALSO } from './read-also.ts';
import { RIGHTS_AND_PICTURES } from './rights-and-pictures.ts';
import { SITE_NOTICES } from './site-notices.ts';
import type { Wording } from './wording.ts';

/** Whatever a template prints as a line of its own, wherever in the article's element it stands. */
export const TEMPLATE_WORDINGS: Wording[] = [
  ...ADVERTISING,
  ...LINKS_TO_MORE,
  ...READ_ALSO,
  ...EMBEDDED_CONTENT,
  ...MADE_BY_MACHINES,
  ...ACCOUNTS,
  ...OFFERS,
  ...SITE_NOTICES,
  ...RIGHTS_AND_PICTURES,
  ...CALLS,
];
