import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { interpolate } from '../../../src/config/file/interpolate.ts';
import { isWorkRole, ROLES } from '../../../src/service/roles.ts';

const HERE = new URL('../../../', import.meta.url);
const textOf = (name: string) => readFileSync(new URL(name, HERE), 'utf8');

const COMPOSE = textOf('docker-compose.yml');

const serviceSchema = z.object({
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  env_file: z.array(z.object({ path: z.string(), required: z.boolean() })).default([]),
});
const composeSchema = z.object({ services: z.record(z.string(), serviceSchema) });

/** The services as containers get them: compose fills variables in as shells do, before it reads the file. */
function servicesWith(environment: Record<string, string>) {
  const { services } = composeSchema.parse(parse(COMPOSE, { merge: true }));
  return Object.entries(services)
    .filter(([name]) => name !== 'redis')
    .map(([name, service]) => ({
      ...service,
      name,
      environment: Object.fromEntries(
        Object.entries(service.environment).map(([key, template]) => {
          const filled = interpolate(template, environment);
          return [key, filled.kind === 'text' ? filled.text : filled.message];
        }),
      ),
    }));
}

const redisOf = (environment: Record<string, string>) => [
  ...new Set(servicesWith(environment).map((service) => service.environment['REDIS_URL'])),
];

test('Each role that works has a container of its own, by the program of its name.', () => {
  const roles = servicesWith({});
  expect(roles.map(({ name }) => name)).toEqual(ROLES.filter((role) => isWorkRole(role)));
  for (const { name, command } of roles) {
    expect(command).toEqual(['node', `workers/${name}.ts`]);
    expect(textOf(`workers/${name}.ts`)).toContain(`runRole('${name}')`);
  }
});

test('A role reads what all need, then what it alone needs, and starts without either file.', () => {
  for (const { name, env_file } of servicesWith({})) {
    expect(env_file).toEqual([
      { path: '.env', required: false },
      { path: `${name}.env`, required: false },
    ]);
  }
});

test.each([
  ['none', {}, 'redis://redis:6379'],
  ['an empty one', { REDIS_URL: '' }, 'redis://redis:6379'],
  ['one of the operator’s own', { REDIS_URL: 'rediss://r.example' }, 'rediss://r.example'],
])('With %s in .env all roles use one Redis.', (_what, environment, url) => {
  expect(redisOf(environment)).toEqual([url]);
});

test('No variable of the file is without a default or a word on what it is.', () => {
  const text = COMPOSE.replaceAll(/^\s*#.*$/gm, '');
  const references = [...text.matchAll(/\$\{?[A-Z_]+(?<rest>[^}\n]*)/g)];
  expect(references.length).toBeGreaterThan(0);
  for (const { groups } of references) expect(groups?.['rest']).toMatch(/^:[-?]./);
});

test('The example of .env names what all roles take from it.', () => {
  const named = [...textOf('.env.example').matchAll(/^# ?([A-Z_]+)=/gm)].map(([, name]) => name);
  const inConfig = [...textOf('config/newsrelay.yaml').matchAll(/\$\{([A-Z_]+)/g)]
    .map(([, name]) => name)
    .filter((name) => name !== 'NAME');
  expect(new Set(named)).toEqual(new Set(inConfig));
});
