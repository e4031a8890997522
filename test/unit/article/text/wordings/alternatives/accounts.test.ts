import { ACCOUNTS } from '../../../../../../src/article/text/wordings/accounts.ts';
import { walkAlternatives } from '../../../../../support/article/walked-alternatives.ts';

walkAlternatives(ACCOUNTS, {
  'sign-up-english':
    'Sign in for alerts|Subscribe to the briefing|Register for the daily email|Create an account for alerts|Create a free account for alerts|Join our subscribers|Get email updates|Log in to your inbox|Start: register for a free trial',
  'mail-english':
    'News delivered right to your inbox|News delivered directly to your inbox|We will e-mail you|Manage your newsletter choices|Enter your email address',
  'subscribe-now-english': 'Subscribe now',
  'signed-up-english':
    'Your subscription has been successful|Your subscription could not be saved|Thanks for subscribing',
  'newsletter-abroad':
    'Newsletter bestellen|Zum Newsletter anmelden|Newsletter : inscrivez-vous|Newsletter: abonnez-vous|Newsletter: suscribirse|Newsletter: zapisz się|Newsletter odebírat|Newsletter: prenumerera|Newsletter: tilmeld dig|Newsletter: påmelding|Newsletter: inschrijven|Newsletter: aanmelden',
  'newsletter-abroad-after':
    'Abonnez-vous à la newsletter|Suscribirse a la newsletter|Iscriviti alla newsletter|Zapisz się na newsletter|Prenumerera på vårt newsletter|Schrijf je in voor de newsletter|Melden Sie sich zum Newsletter an',
  'app-english':
    'Download our app|Download the Quay apps for Android|Download Quay apps for iOS|Get the Quay app for iOS|Install our app from the App Store|Try the Quay app on Google Play|Get our app on iTunes',
  'follow-us-english':
    'Like us on Twitter|Find us on X|Join us on Instagram|Follow us on Google|Follow us on WhatsApp|Follow us on Telegram|Follow us on LinkedIn|Our WhatsApp channel has more',
  'to-your-device-english': 'News right to your inbox|News straight to your device',
  'already-a-subscriber':
    'Already a subscriber?|Already subscribed?|Already a member?|Are you already a member|You are already a member|To read the whole article, subscribe|First-time subscribers pay less',
  'subscription-abroad':
    'Cancela cuando quieras|Pour accéder en illimité au port|Sie sind derzeit nicht angemeldet|Découvrez nos offres',
  'no-account-yet': 'Sie haben noch kein kostenloses Konto|Sie haben kein Benutzerkonto',
  'trial-german':
    'Abo jederzeit kündbar|Premium monatlich kündbar|Jetzt testen, monatlich kündbar|1 Monat gratis lesen|30 Tage für nur 1 Euro lesen|3 Wochen lang gratis testen',
  unsubscribe: 'You may unsubscribe at any time',
  'follow-us-abroad':
    'Folgen Sie uns auf Facebook|Seguici su Facebook|Siga-nos no Facebook|Siga-nos na rede|Volg ons op Facebook|Hay más en nuestro canal de YouTube|See our channel on WhatsApp|Voyez notre chaîne sur Telegram',
});
