import {
  CLOSING_NOTES,
  WRITER_HEADINGS,
  CITING,
} from '../../../../../../src/article/text/wordings/closing-notes.ts';
import { walkAlternatives } from '../../../../../support/article/walked-alternatives.ts';

walkAlternatives([...CLOSING_NOTES, ...WRITER_HEADINGS, ...CITING], {
  'how-to-cite-english': 'Cite this page|Cite this paper',
  'contact-the-writer':
    'Bob Ray can be contacted via the desk|Ann Lee can be reached on 555|E-mail: ann@quay.example',
  'to-contact-the-reporter': 'To contact the author|To contact the writers',
  'read-the-original':
    'Read this full story|Read the full post|Cross-posted from The Quay|Crossposted at The Quay|Cross-posted on The Quay|Read all from Ann Lee|See all about soup|See more on the ferry',
  'follow-the-writer':
    'Follow him at X|Follow them on Facebook|Follow me on Threads|Follow her on LinkedIn',
  'who-the-writer-is':
    'Ann Lee is an editor|Bob Ray is a writer here|She is a columnist|He is a journalist|Ann Lee is a contributor|She is the author of two books',
  'how-the-text-came':
    'This article has been updated|This interview is edited for length|This column originally appeared elsewhere|This piece first ran elsewhere|This story was corrected|This story was produced with help|This story was translated by Bob Ray',
  'editors-note':
    'Editor’s note: soup|Correction: soup|Clarification (soup)|A previous version of the story|An earlier version of this post|An earlier version of this headline',
  'about-the-writer': 'About the contributors',
  'about-the-writer-abroad':
    'Über den Autor|Über die Autoren|Sobre el autor|Sobre la autora|Sobre o autor|Sull’autore|Over de auteur|O autorze|Zum Autor|Zur Autorin|Zur Person',
});
