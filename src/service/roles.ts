/** What a process can be for; the site's own consumers do the rest. */
export const ROLES = ['poll', 'scrape', 'deliver'] as const;
export type Role = (typeof ROLES)[number];
