// docs/architecture.svg: the folders of src/ as a house, and what each imports, read from the code itself.
//
//   node scripts/architecture-picture.ts

import { globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { layers } from '../oxlint.config.ts';

const ROOT = join(import.meta.dirname, '..');

interface Floor {
  title: string;
  className: string;
  /** What each room holds, in the order of the layers. */
  rooms: Record<string, string>;
}

/** From the ground up, as in the table of layers. */
const FLOORS: Floor[] = [
  {
    title: 'the ground',
    className: 'ground',
    rooms: { config: 'what an operator writes', http: 'the only door to the network' },
  },
  {
    title: 'what it understands',
    className: 'pure',
    rooms: {
      dates: 'dates as people write them',
      page: 'HTML, parsed once',
      terms: 'what sites say of reuse',
      feed: 'bytes → entries, new or changed?',
      article: 'page → scraped article',
      record: 'article → record, id, rights',
      filter: 'keep, drop, hold; rewrites',
    },
  },
  {
    title: 'what it remembers',
    className: 'redis',
    rooms: {
      redis: 'the server and connections',
      politeness: 'how a host may be asked',
      store: 'what is remembered',
      queue: 'the topology, workers',
      deliver: 'destinations',
    },
  },
  {
    title: 'what runs',
    className: 'runs',
    rooms: {
      processors: 'poll, scrape, republish: glue',
      operations: 'what an operator asks for',
      monitor: 'how things stand',
      service: "the pipeline's life",
      tracing: 'spans for a collector',
      alerts: 'who is told of trouble',
      web: 'the operators’ page',
      cli: 'one file a command',
    },
  },
];

/** Which folders of src/ each folder of src/ imports from. */
function importsOf(folders: readonly string[]): Map<string, Set<string>> {
  const found = new Map(folders.map((folder) => [folder, new Set<string>()]));
  for (const file of globSync('src/*/**/*.ts', { cwd: ROOT })) {
    const path = file.replaceAll('\\', '/');
    const [, folder = ''] = path.split('/');
    const code = readFileSync(join(ROOT, file), 'utf8');
    for (const [, target = ''] of code.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
      const [, imported = ''] = posix.join(posix.dirname(path), target).split('/');
      if (imported !== folder && found.has(imported)) found.get(folder)?.add(imported);
    }
  }
  return found;
}

const STYLE = `
.card{fill:#ffffff}.name{font:600 14px system-ui,sans-serif;fill:#0f172a}.holds{font:12px system-ui,sans-serif;fill:#334155}
.floor{font:italic 12px system-ui,sans-serif;fill:#475569}.line{stroke:#cbd5e1;stroke-width:1}.self{fill:#cbd5e1}.dot{fill:#0369a1}
.room{stroke:#334155;stroke-width:1.2}.ground{fill:#f1f5f9}.pure{fill:#dcfce7}.redis{fill:#ede9fe}.runs{fill:#e0f2fe}.roof{fill:#fee2e2;stroke:#334155;stroke-width:1.2}
@media (prefers-color-scheme:dark){.card{fill:#0d1117}.name{fill:#f0f6fc}.holds{fill:#c9d1d9}.floor{fill:#9da7b3}.line{stroke:#30363d}.self{fill:#484f58}
.dot{fill:#58a6ff}.room,.roof{stroke:#8b949e}.ground{fill:#21262d}.pure{fill:#12361f}.redis{fill:#2d2350}.runs{fill:#0c2d4d}.roof{fill:#4a1d1f}}`;

const HOUSE = { left: 170, width: 340, top: 128, row: 32 };
const MATRIX = { left: 540, column: 26 };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Where each folder is drawn: the ground lies at the bottom. */
function planOf(folders: readonly string[]) {
  const rows = folders.toReversed();
  return {
    rows,
    yOf: (folder: string) => HOUSE.top + rows.indexOf(folder) * HOUSE.row,
    xOf: (folder: string) => MATRIX.left + rows.indexOf(folder) * MATRIX.column + 13,
    bottom: HOUSE.top + rows.length * HOUSE.row,
    right: MATRIX.left + rows.length * MATRIX.column,
  };
}

type HousePlan = ReturnType<typeof planOf>;

const drawnRooms = ({ yOf }: HousePlan): string[] =>
  FLOORS.flatMap(({ className, rooms: held }) =>
    Object.entries(held).map(
      ([folder, holds]) =>
        `<rect x="${HOUSE.left}" y="${yOf(folder)}" width="${HOUSE.width}" height="${HOUSE.row}" class="room ${className}"/>` +
        `<text x="${HOUSE.left + 12}" y="${yOf(folder) + 21}" class="name">${folder}</text>` +
        `<text x="${HOUSE.left + 110}" y="${yOf(folder) + 21}" class="holds">${escaped(holds)}</text>`,
    ),
  );

const drawnFloors = ({ yOf }: HousePlan): string[] =>
  FLOORS.map(({ title, rooms: held }) => {
    const names = Object.keys(held);
    const middle = (yOf(names.at(-1)!) + yOf(names[0]!) + HOUSE.row) / 2 + 4;
    return `<text x="${HOUSE.left - 12}" y="${middle}" text-anchor="end" class="floor">${escaped(title)}</text>`;
  });

const drawnLines = ({ rows, yOf, xOf, bottom, right }: HousePlan): string[] =>
  rows.flatMap((folder) => [
    `<path d="M${MATRIX.left} ${yOf(folder) + HOUSE.row / 2}H${right}" class="line"/>`,
    `<path d="M${xOf(folder)} ${HOUSE.top}V${bottom}" class="line"/>`,
    `<text transform="translate(${xOf(folder) + 4} ${HOUSE.top - 8}) rotate(-60)" class="holds">${folder}</text>`,
    `<circle cx="${xOf(folder)}" cy="${yOf(folder) + HOUSE.row / 2}" r="4" class="self"/>`,
  ]);

function drawnDots({ rows, yOf, xOf }: HousePlan): string[] {
  const imports = importsOf(rows);
  return rows.flatMap((folder) =>
    rows
      .filter((other) => imports.get(folder)?.has(other))
      .map(
        (other) =>
          `<circle cx="${xOf(other)}" cy="${yOf(folder) + HOUSE.row / 2}" r="6" class="dot"/>`,
      ),
  );
}

const LABEL =
  'The folders of src as a house, from config at the ground to cli under the roof; a dot says that the folder of its row imports the one of its column';

/** The picture; throws where the table of layers has a folder that no floor holds, or the other way round. */
export function architecturePicture(): string {
  const folders = FLOORS.flatMap(({ rooms }) => Object.keys(rooms));
  if (folders.join() !== Object.keys(layers).join()) {
    throw new Error(
      `the floors in scripts/architecture-picture.ts hold ${folders.join(', ')}; the layers of oxlint.config.ts are ${Object.keys(layers).join(', ')}`,
    );
  }
  const plan = planOf(folders);
  const { bottom } = plan;
  const size = { width: plan.right + 20, height: bottom + 44 };
  const { left, width, top } = HOUSE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${LABEL}">`,
    `<style>${STYLE}</style>`,
    `<rect width="${size.width}" height="${size.height}" rx="10" class="card"/>`,
    `<path d="M${left - 14} ${top}L${left + width / 2} 44L${left + width + 14} ${top}Z" class="roof"/>`,
    `<text x="${left + width / 2}" y="${top - 28}" text-anchor="middle" class="name">workers/</text>`,
    `<text x="${left + width / 2}" y="${top - 11}" text-anchor="middle" class="holds">what is started; no logic</text>`,
    ...drawnRooms(plan),
    ...drawnFloors(plan),
    ...drawnLines(plan),
    ...drawnDots(plan),
    `<text x="${left}" y="${bottom + 26}" class="floor">Each room may use those below it, if the lint allows.</text>`,
    `<text x="${MATRIX.left}" y="${bottom + 26}" class="floor">A dot: the room of the row imports from that of the column.</text>`,
    '</svg>',
    '',
  ].join('\n');
}

if (import.meta.main) await writeFile(join(ROOT, 'docs/architecture.svg'), architecturePicture());
