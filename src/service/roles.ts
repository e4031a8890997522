/** What a process can be for; the site's own consumers do the rest. */
export const roles = ['poll', 'scrape', 'deliver'] as const;
export type Role = (typeof roles)[number];
