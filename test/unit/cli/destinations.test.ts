import { expect, test } from 'vitest';
import { pushDestinations } from '../../../src/cli/destinations.ts';
import { destinationSchema } from '../../../src/config/schema.ts';

const tools = {
  send: () => Promise.reject(new Error('nothing is sent')),
  fetch: () => Promise.reject(new Error('nothing is fetched')),
  renderText: () => '',
};

test('each destination but queues is delivered to, within the limits that its config sets', () => {
  const site = {
    type: 'webhook',
    url: 'https://site.example/',
    secrets: [`whsec_${'A'.repeat(32)}`],
  };
  const destinations = [
    { type: 'queue', name: 'republish' },
    { ...site, name: 'site', concurrency: 3, perSecond: 0.5 },
    { ...site, name: 'other' },
  ].map((one) => destinationSchema.parse(one));
  const pushes = pushDestinations({ destinations, baseDir: '/etc/newsrelay' }, tools);
  expect(
    pushes.map(({ destination, ...limits }) => ({ name: destination.name, ...limits })),
  ).toEqual([
    { name: 'site', concurrency: 3, perSecond: 0.5 },
    { name: 'other', concurrency: 4, perSecond: undefined },
  ]);
});

test('a path begins at the folder of the config', async () => {
  const destinations = [
    destinationSchema.parse({ type: 'directory', name: 'files', path: 'null/x' }),
  ];
  const [push] = pushDestinations({ destinations, baseDir: '/dev' }, tools);
  await expect(push!.destination.probe({ now: () => new Date() })).rejects.toThrow('/dev/null/x');
});
