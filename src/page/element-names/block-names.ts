import { partOfName, patternOfRows } from '../../pattern-rows.ts';

/** What publishers call the subheads that they do not mark up as headings. */
export const CROSSHEAD = patternOfRows(
  [
    {
      name: 'crosshead-english',
      languages: 'en',
      pattern: 'cross-?head(?:s|er|ing)?',
      finds: ['crosshead', 'text-cross-heading', 'crossheads', 'crossheader'],
      passes: ['crossheaded', 'head'],
    },
    {
      name: 'crosshead-german',
      languages: 'de',
      pattern: 'zwischen-?(?:titel|(?:ü|ue)berschrift)',
      finds: ['zwischentitel', 'zwischen-überschrift', 'zwischenueberschrift'],
      passes: ['zwischen', 'titel'],
    },
    {
      name: 'crosshead-abroad',
      languages: 'fr es sv nb da nl',
      pattern: 'inter-?titre|ladillo|mellan-?rubrik|mellom-?tittel|mellem-?rubrik|tussen-?kop',
      finds: [
        'intertitre',
        'ladillo',
        'mellanrubrik',
        'mellom-tittel',
        'mellemrubrik',
        'tussenkop',
      ],
      passes: ['ladillos', 'rubrik'],
    },
  ],
  'i',
  partOfName,
);

/** "(opens in a new window)", what a tooltip explains: text that no eye sees as part of its line. */
export const UNSEEN_CLASS = patternOfRows(
  [
    {
      name: 'for-those-who-listen',
      pattern:
        'sr-only|visually-?hidden|hidden-visually|screen-?reader(?:-text)?|a11y-hidden|vh|off-?screen',
      finds: [
        'sr-only',
        'u-visually-hidden',
        'hidden-visually',
        'screen-reader-text',
        'a11y-hidden',
        'vh',
        'offscreen',
      ],
      passes: ['sr-only-focusable', 'vhs'],
    },
    {
      name: 'tooltip',
      pattern: 'tooltip-?(?:text|content|body|box)',
      finds: ['tooltiptext', 'tooltip-content', 'tooltip-body', 'tooltip-box'],
      passes: ['tooltip', 'tooltip-texts'],
    },
  ],
  'i',
  (any) => String.raw`(?:^|[\s_-])${any}(?:$|\s)`,
);

/** How style sheets take a text off the screen and leave it to those who listen. */
export const UNSEEN_STYLE = patternOfRows(
  [
    {
      name: 'hidden',
      pattern: String.raw`visibility\s*:\s*hidden`,
      finds: ['visibility: hidden', 'color:red;visibility:hidden'],
      passes: ['visibility: visible', 'overflow: hidden'],
    },
    {
      name: 'clipped',
      pattern: String.raw`clip\s*:\s*rect\(\s*[01]|clip-path\s*:\s*inset\(\s*(?:50|100)%`,
      finds: ['clip: rect(0 0 0 0)', 'clip-path: inset(50%)', 'clip-path:inset(100%)'],
      passes: ['clip: rect(90px)', 'clip-path: inset(5%)'],
    },
    {
      name: 'moved-away',
      pattern: String.raw`(?:left|top|text-indent)\s*:\s*-\d{3,}`,
      finds: ['left: -9999px', 'top:-999em', 'text-indent: -1000px'],
      passes: ['left: -10px', 'margin: -9999px'],
    },
  ],
  'i',
);
