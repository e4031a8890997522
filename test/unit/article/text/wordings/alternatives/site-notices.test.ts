import { SITE_NOTICES } from '../../../../../../src/article/text/wordings/site-notices.ts';
import { walkAlternatives } from '../../../../../support/article/walked-alternatives.ts';

walkAlternatives(SITE_NOTICES, {
  'terms-apply':
    'Terms of use: by going on you agree|Privacy policy: please acknowledge|They agree to the privacy rules',
  'technical-notice':
    'This site is protected by reCAPTCHA|A HTML5 capable browser|A video capable browser|Invalid file format',
  browser:
    'Ihr Browser wird nicht unterstützt|This browser is out of date|Your browser is outdated|Your browser is not supported|Votre navigateur est obsolète|Votre navigateur n’est pas à jour|Votre navigateur n’est plus à jour',
  'opinions-are-their-own':
    'Views expressed are his own|Views expressed are her own|They do not necessarily represent the opinions|They do not necessarily reflect the position',
  'desk-reserves-the-right':
    'We reserve the right to remove it|We reserve the right to edit|The Quay is not responsible for the views|The Quay is not responsible for the content',
  'no-comments': 'Sin comentarios|Aucun commentaire|Nessun commento',
  'entry-of-a-blog': 'Please bookmark the permalink|Alle Angaben ohne Gewähr',
  'last-updated':
    'Zuletzt aktualisiert am dem 9. Tag im kalten November 2026|Updated on the ninth day of old November 2026|Last modified on 17.1.2026',
  'error-found':
    'Found an error|Seen a mistake|Haben Sie einen Fehler gefunden|Haben Sie Fehler entdeckt|Vous avez repéré une erreur|Vous avez trouvé une coquille|¿Has encontrado un error|¿Encontraste algún error',
  'write-to-the-desk':
    'Got a story|Do you have a tip|Do you have a news story|Ihre Meinung ist uns wichtig|Get in touch with us|Hat Ihnen dieser Artikel gefallen|Rückfragen bitte an: das Amt|Original-Content von: Hafen',
  'printed-copy':
    'Dieser Artikel wurde ausgedruckt unter quay.example|Drucken Seite drucken|Kurzlink https:|Short link: https:|Abgelegt unter Hafen',
  'filed-under-german': 'Schlagworte Hafen|Keywords Hafen|Datum 9.3.2026',
  'reading-time':
    'Reading time: 4 minutes|Temps de lecture : 4 min|Tempo di lettura: 4 min|Tiempo de lectura: 4 min|4 min. read|4 minutes|4 minuten|4 min Lesezeit|4 min de lecture|4 min di lettura|4 min de lectura|4 min leestijd',
  'address-of-media':
    'https://quay.example/a.png|https://quay.example/a.gif|https://quay.example/a.webp|https://quay.example/a.mp4|https://m.twitter.com/a|https://x.com/a|https://facebook.com/a|https://youtube.com/a|https://tiktok.com/a|https://vimeo.com/a|https://youtu.be/a',
});
