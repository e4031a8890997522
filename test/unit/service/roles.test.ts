import { expect, test } from 'vitest';
import { isWorkRole, ROLES } from '../../../src/service/roles.ts';

test('all roles but the page’s work the queues', () => {
  expect(ROLES.filter((role) => !isWorkRole(role))).toEqual(['web']);
  expect(ROLES).toEqual(['poll', 'scrape', 'deliver', 'web']);
});
