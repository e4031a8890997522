/** A document whose CDATA sections hold only their number each, and what they held. */
export interface SetAside {
  xml: string;
  /** A text as it was written, for one that may hold numbers of sections. */
  restore: (text: string) => string;
}

// Controls are taken out of every document before, so that none can be its own.
const MARK = '\u0001';
const START = '<![CDATA[';
const END = ']]>';

/**
 * Sets the CDATA sections of a document aside. XML readers have nothing to find in them and yet sax goes
 * through them letter by letter, and in feeds with full articles they are most of the letters.
 */
export function setCdataAside(xml: string): SetAside {
  const sections: string[] = [];
  let rest = '';
  let done = 0;
  for (;;) {
    const from = xml.indexOf(START, done);
    const to = from < 0 ? -1 : xml.indexOf(END, from + START.length);
    if (to < 0) break;
    rest += `${xml.slice(done, from + START.length)}${MARK}${sections.length}${MARK}`;
    sections.push(xml.slice(from + START.length, to));
    done = to;
  }
  return {
    xml: rest + xml.slice(done),
    restore: (text) => {
      if (!text.includes(MARK)) return text;
      const parts = text.split(MARK);
      return parts.map((part, at) => (at % 2 === 0 ? part : sections[Number(part)])).join('');
    },
  };
}
