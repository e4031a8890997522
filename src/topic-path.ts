const JOINERS = /[\u200C\u200D]/g;

/**
 * One segment of a topic's path: small letters, digits and hyphens; `&` is read as "and". Accents leave Latin letters alone, as
 * readers of that script write addresses; every other script keeps its marks, without which its words are others.
 *
 * @example topicSlug('Las Piñas City') is 'las-pinas-city', topicSlug('विदेश') is 'विदेश'
 */
export function topicSlug(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(JOINERS, '')
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|(?<!-)-+$/g, '');
}

/** The last segment of a path in words, for topics whose name nobody printed: `fox-news/world/vladimir-putin` → `Vladimir Putin`. */
export function leafInWords(path: string): string {
  return (path.split('/').at(-1) ?? '')
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
