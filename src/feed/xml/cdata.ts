/** A document whose CDATA sections hold only their number each, and what they held. */
export interface SetAside {
  xml: string;
  /** A text as it was written, for one that may hold numbers of sections. */
  restore: (text: string) => string;
}

// Controls are taken out of every document before, so that none can be its own.
const CDATA_MARK = '\u0001';
const CDATA_START = '<![CDATA[';
const CDATA_END = ']]>';

/**
 * Sets the CDATA sections of a document aside. XML readers have nothing to find in them and yet sax goes
 * through them letter by letter, and in feeds with full articles they are most of the letters.
 */
export function setCdataAside(xml: string): SetAside {
  const sections: string[] = [];
  let rest = '';
  let done = 0;
  for (;;) {
    const from = xml.indexOf(CDATA_START, done);
    const to = from < 0 ? -1 : xml.indexOf(CDATA_END, from + CDATA_START.length);
    if (to < 0) break;
    rest += `${xml.slice(done, from + CDATA_START.length)}${CDATA_MARK}${sections.length}${CDATA_MARK}`;
    sections.push(xml.slice(from + CDATA_START.length, to));
    done = to;
  }
  return {
    xml: rest + xml.slice(done),
    restore: (text) => {
      if (!text.includes(CDATA_MARK)) return text;
      const parts = text.split(CDATA_MARK);
      return parts.map((part, at) => (at % 2 === 0 ? part : sections[Number(part)])).join('');
    },
  };
}
