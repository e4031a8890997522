/** The repair of a document that stops in the middle. */
export const CUT_OFF = 'the document ends before its elements do';
