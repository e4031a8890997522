import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PLUGIN_VERSION } from '../../../src/deliver/wordpress/with-plugin.ts';
import { pluginStrings } from '../../../scripts/plugin-strings.ts';
import { ROOT } from '../../support/docs/documents.ts';

const read = (name: string) => readFileSync(join(ROOT, 'wordpress/newsrelay', name), 'utf8');
const readme = read('readme.txt');
const main = read('newsrelay.php');
const [head = ''] = readme.split('\n\n');
const stated = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(head)?.[1];

describe('the plugin’s readme, in the form that WordPress’s directory reads', () => {
  test('begins with its name and states what the directory asks for', () => {
    expect(readme).toMatch(/^=== newsrelay ===\n/);
    for (const name of ['Contributors', 'Tags', 'Tested up to', 'License', 'License URI']) {
      expect([name, stated(name)]).toEqual([name, expect.any(String)]);
    }
    expect(stated('Tags')!.split(', ').length).toBeLessThanOrEqual(5);
  });

  test('describes the plugin in one line of at most 150 characters', () => {
    const [, line = ''] = readme.split('\n\n');
    expect([line.includes('\n'), line.length <= 150]).toEqual([false, true]);
  });

  test('has the sections of the directory, in its order', () => {
    const sections = [...readme.matchAll(/^== (.+) ==$/gm)].map(([, name]) => name);
    expect(sections).toEqual([
      'Description',
      'Installation',
      'Frequently Asked Questions',
      'Screenshots',
      'Changelog',
    ]);
  });

  test('states the version and the requirements that the plugin itself states', () => {
    const ofPlugin = (name: string) => new RegExp(`^ \\* ${name}: (.+)$`, 'm').exec(main)?.[1];
    expect(ofPlugin('Version')).toBe(PLUGIN_VERSION);
    expect(main).toContain(`const VERSION = '${PLUGIN_VERSION}';`);
    expect(stated('Stable tag')).toBe(PLUGIN_VERSION);
    expect(readme).toContain(`= ${PLUGIN_VERSION} =`);
    for (const name of ['Requires at least', 'Requires PHP']) {
      expect(stated(name)).toBe(ofPlugin(name));
    }
  });
});

describe('the template for translators', () => {
  test('has every string of the plugin as it is', () => {
    expect(read('languages/newsrelay.pot')).toBe(pluginStrings());
  });

  test('explains every string that has a place for something, and names none twice', () => {
    const entries = pluginStrings().split('\n\n').slice(1);
    const ids = entries.map((entry) => /^msgid (.+)$/m.exec(entry)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('"Sponsored"');
    const unexplained = entries.filter(
      (entry) => entry.includes('#, php-format') && !entry.includes('#. translators:'),
    );
    expect(unexplained).toEqual([]);
  });
});
