import { Parser } from 'htmlparser2';
import { MOST_STATEMENTS, statement, type TermsStatement } from './statement.ts';

/** One `<license>`: what of its kind each element lists, such as `prohibits` → `all`. */
interface RslLicense {
  permits: string[];
  prohibits: string[];
  payments: string[];
}

interface RslContent {
  url: string;
  licenses: RslLicense[];
}

/** Longer documents are not read further: an honest one has a few dozen lines. */
const MOST_RSL_CHARACTERS = 500_000;

/** Ways to pay that cost a republisher nothing. */
const UNPAID = new Set(['free', 'attribution', 'contribution', '']);
/** What is about machines that learn or answer, and not about showing an article to readers. */
const ABOUT_AI = /^(?:ai-\w+|train-\w+|training|inference)$/;

/**
 * The terms of an RSL 1.0 document, one statement a `<content>`: what its licences forbid or charge for that
 * bears on showing articles. Of several licences anybody may take one, so that one which asks nothing stands
 * for all. A document that asks nothing states that it was read.
 */
export function readRsl(xml: string, where: string): TermsStatement[] {
  return contentsOf(xml.slice(0, MOST_RSL_CHARACTERS))
    .slice(0, MOST_STATEMENTS)
    .flatMap(({ url, licenses }) => {
      const demands = licenses.map(demandsOf);
      const value = demands.includes('') ? '' : (demands[0] ?? '');
      return statement({ signal: 'rsl', value: value || 'permitted', where }, url);
    });
}

function demandsOf({ permits, prohibits, payments }: RslLicense): string {
  const forbidden = prohibits.filter((use) => !ABOUT_AI.test(use));
  const paid = payments.filter((type) => !UNPAID.has(type) && !ABOUT_AI.test(type));
  // Where some uses are named, no other is allowed.
  const isLeftOut = permits.length > 0 && !permits.some((use) => use === 'all' || use === 'search');
  return [
    ...(forbidden.length > 0 ? [`prohibits: ${forbidden.join(', ')}`] : []),
    ...(paid.length > 0 ? [`payment: ${paid.join(', ')}`] : []),
    ...(isLeftOut ? [`permits only: ${permits.join(', ')}`] : []),
  ].join('; ');
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

function contentsOf(xml: string): RslContent[] {
  const contents: RslContent[] = [];
  const licenseOf = (): RslLicense | undefined => contents.at(-1)?.licenses.at(-1);
  let list: string[] | undefined;
  let text = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = localName(name);
        list = undefined;
        text = '';
        if (element === 'content') contents.push({ url: attributes['url'] ?? '', licenses: [] });
        else if (element === 'license')
          contents.at(-1)?.licenses.push({ permits: [], prohibits: [], payments: [] });
        else if (element === 'payment')
          licenseOf()?.payments.push((attributes['type'] ?? '').trim().toLowerCase());
        else if (element === 'permits' || element === 'prohibits') {
          const isUse = (attributes['type'] ?? 'usage').toLowerCase() === 'usage';
          // Who and where: a site that shows articles to everybody everywhere is among those forbidden.
          list = isUse || element === 'prohibits' ? licenseOf()?.[element] : undefined;
        }
      },
      ontext(part) {
        if (list) text += part;
      },
      onclosetag() {
        list?.push(
          ...text
            .toLowerCase()
            .split(/[\s,;]+/)
            .filter((word) => word !== ''),
        );
        list = undefined;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return contents;
}
