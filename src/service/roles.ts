/** What works the queues; the site's own consumers do the rest. */
const WORK_ROLES = ['poll', 'scrape', 'deliver'] as const;
export type WorkRole = (typeof WORK_ROLES)[number];

/** What a process can be for: work, or the operators' page. */
export const ROLES = [...WORK_ROLES, 'web'] as const;
export type Role = (typeof ROLES)[number];

export function isWorkRole(role: Role): role is WorkRole {
  return role !== 'web';
}
