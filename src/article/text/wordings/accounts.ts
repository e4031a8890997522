import type { Wording } from './wording.ts';

/** Newsletters, accounts, subscriptions, apps and channels. */
export const ACCOUNTS: Wording[] = [
  {
    name: 'sign-up-english',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 320,
    pattern:
      /\b(?:sign (?:up|in)|log ?in|subscribe|register|create (?:an |a free )?account|join|get)\b.{0,80}\b(?:newsletters?|inbox|account|briefing|alerts?|subscribers?|daily email|email updates|free trial)\b/i,
    drops: ['Sign up for our harbour newsletter.', 'Please log in to your account.'],
    keeps: [
      'Anglers have to register every boat with the harbour office.',
      'The newsletter of the rowing club was read aloud on the quay.',
    ],
  },
  {
    name: 'mail-english',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 320,
    pattern:
      /\bdelivered (?:right |straight |directly )?to your inbox\b|\bwe(?:['’]|\s+wi)ll e-?mail you\b|\bmanage your newsletter\b|\byour email(?: address)?\W*$/i,
    drops: [
      'Get the tide tables delivered straight to your inbox.',
      'Sign up to follow the harbour, and we’ll e-mail you when there is news.',
    ],
    keeps: [
      'The soup was delivered to the inbox tray of the harbour office.',
      'They will e-mail the captain when the engine is mended.',
    ],
  },
  {
    name: 'subscribe-now-english',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 320,
    pattern: /\bsubscribe (?:now|today|here)\b/i,
    drops: ['Subscribe today and read the tides.', 'Please subscribe here.'],
    keeps: [
      'Few subscribe to the view that the ferry is late by chance.',
      'She thanked the crew for signing the log.',
    ],
  },
  {
    name: 'signed-up-english',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 200,
    pattern:
      /^\W*(?:your subscription (?:has been (?:confirmed|successful)|could not be saved)|thanks? (?:you )?for (?:signing up|subscribing))\b/i,
    isFormula: true,
    drops: ['Your subscription has been confirmed.', 'Thank you for signing up!'],
    keeps: [
      'She was told that her subscription had been confirmed.',
      'They thanked him for signing up for the crew.',
    ],
  },
  {
    name: 'newsletter-abroad',
    languages: 'de fr es it pl cs sv da nb nl',
    appliesTo: 'pattern',
    mostCharacters: 320,
    pattern:
      /\bnewsletter\b.{0,120}\b(?:abonnier|bestell|anmeld|inscri|abonn|suscr|iscriv|zapisz|odebír|prenumer|tilmeld|påmelding|inschrijv|aanmeld)/iu,
    drops: ['Den Newsletter des Hafens hier abonnieren', 'Newsletter del molo: iscriviti'],
    keeps: [
      'Der Newsletter des Hafens erschien am Montag zum letzten Mal.',
      'La newsletter du port est née au printemps, dit la capitaine.',
    ],
  },
  {
    name: 'newsletter-abroad-after',
    languages: 'de fr es it pl nl sv',
    appliesTo: 'pattern',
    mostCharacters: 320,
    pattern:
      /\b(?:abonnier|inscri|abonnez|suscr|iscriv|zapisz|prenumer|schrijf|melden sie)\p{L}*\b.{0,120}\bnewsletter\b/iu,
    drops: ['Abonnieren Sie unseren Newsletter.', 'Inscrivez-vous à la newsletter du port.'],
    keeps: [
      'Abonnieren will die Karte der Fähre kaum jemand, sagt Lee.',
      'La inscripción del barco se hace en la oficina del puerto.',
    ],
  },
  {
    name: 'app-english',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 250,
    pattern:
      /\bdownload our (?:\S+ ){0,3}apps?\b|^\W*(?:for the latest|download|get|install|try)\b.{0,120}\bapps?\b.{0,60}\b(?:ios|android|app store|google play|itunes)\b/i,
    drops: [
      'Download our free tide app.',
      'For the latest ferry news download the Quay apps for iOS and Android.',
    ],
    keeps: [
      'The timetable app is out for iOS and, since Tuesday, for Android, the harbour office said.',
      'Nobody could download a timetable while the mast was down.',
      'Download the pilot’s app on the second telephone and give it all that it asks for.',
    ],
  },
  {
    name: 'follow-us-english',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 250,
    pattern:
      /\b(?:follow|like|find|join) us on (?:facebook|twitter|x|instagram|google|whatsapp|telegram|linkedin)\b|\bour whatsapp channel\b|\bfollow your favou?rites to get\b/i,
    drops: ['Follow us on Facebook!', 'Follow your favorites to get the news of their ferries'],
    keeps: [
      'The crew put the picture on Facebook, and the town laughed.',
      'They followed us on the water as far as the outer islands.',
    ],
  },
  {
    name: 'to-your-device-english',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 250,
    pattern: /\b(?:straight|directly|right) to your (?:phone|desktop|inbox|device)\b/i,
    drops: [
      'Get the harbour news straight to your phone.',
      'Receive harbour news directly to your desktop',
    ],
    keeps: [
      'The bridge leads straight to your hotel, the guide told them.',
      'He called the phone of the captain right away.',
    ],
  },
  {
    name: 'already-a-subscriber',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern:
      /^\W*already (?:a )?(?:subscrib(?:er|ed)|member)\?|\b(?:are you|you(?:[’']re| are)) already a (?:subscriber|member)\b|\bto (?:view|read) the (?:full|whole) (?:story|article),? (?:please )?subscribe\b|\bfirst-time subscribers\b/i,
    isFormula: true,
    drops: [
      'If you’re already a subscriber, you can log in.',
      'To view the full story, please subscribe to The Quay.',
    ],
    keeps: [
      'The mayor said that she was already a member of the rowing club when the pier was built.',
      'To read the whole log of the ferry took the court a week.',
    ],
  },
  {
    name: 'subscription-abroad',
    languages: 'fr es de',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern:
      /\bcancela cuando quieras\b|^pour (?:lire la suite|accéder en illimité)(?!\p{L})|\bsie sind (?:aktuell |derzeit )?nicht (?:eingeloggt|angemeldet)\b|\bdécouvrez nos offres\b/iu,
    isFormula: true,
    drops: ['Pour lire la suite, créez votre compte', 'Sie sind aktuell nicht eingeloggt.'],
    keeps: [
      'Pour lire la carte, la capitaine a mis ses lunettes.',
      'Sie sind nicht im Hafen geblieben, sagte Lee.',
    ],
  },
  {
    name: 'no-account-yet',
    languages: 'en de',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern:
      /^\W*(?:don['’]t have an account|sie haben (?:noch )?kein (?:aktives |kostenloses )?(?:abo|konto|benutzerkonto)(?!nn))/i,
    drops: [
      'Don’t have an account? Create one',
      'Sie haben kein aktives AboUnterstützen Sie das Hafenblatt.',
    ],
    keeps: [
      'Sie haben kein Abonnement gewollt, sondern eine Fähre, sagte Lee.',
      'Most fishermen don’t have an account at the bank of the island.',
    ],
  },
  {
    name: 'trial-german',
    languages: 'de',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern:
      /\b(?:abo|zugang|premium|testen)\b.{0,120}\b(?:jederzeit|monatlich) kündbar\W*$|\b\d+ (?:wochen|monate?|tage) (?:lang )?(?:kostenlos|gratis|für nur .{1,12}) (?:testen|lesen)\b/i,
    isFormula: true,
    drops: ['3 Wochen kostenlos testen', 'Zugang zu allem, monatlich kündbar.'],
    keeps: [
      'Der Vertrag mit der Reederei ist monatlich kündbar.',
      'Zwei Wochen lang wurde die Fähre kostenlos betrieben.',
    ],
  },
  {
    name: 'unsubscribe',
    languages: 'en de',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern:
      /\byou (?:can|may) unsubscribe (?:from .{2,40} )?at any time\b|\bjederzeit wieder abmelden\b/i,
    isFormula: true,
    drops: ['You can unsubscribe at any time.', 'Sie können sich jederzeit wieder abmelden.'],
    keeps: [
      'Under the new law people must be able to unsubscribe at any time.',
      'Jederzeit könne man sich im Hafen abmelden, sagte Lee.',
    ],
  },
  {
    name: 'follow-us-abroad',
    languages: 'es fr de it pt nl',
    appliesTo: 'pattern',
    mostCharacters: 200,
    pattern:
      /^\W*(?:s[ií]guenos|suivez-nous|folgen sie uns|seguici|siga-nos|volg ons) (?:en|sur|auf|su|no|na|op)\b|\b(?:nuestro canal|our channel|notre chaîne) (?:de|on|sur) (?:youtube|whatsapp|telegram)\b/i,
    drops: ['Síguenos en Telegram e Instagram', 'Suivez-nous sur Facebook'],
    keeps: [
      'Folgen wird das für den Hafen kaum haben, sagte Lee.',
      'Nuestro canal de riego, dijo la capitana, está seco.',
    ],
  },
  {
    name: 'app-german',
    languages: 'de',
    appliesTo: 'pattern',
    mostCharacters: 200,
    pattern: /\baufs handy\?.{0,120}\bapp\b|\bauch bei social media\b/i,
    drops: [
      'Aktuelle Nachrichten aufs Handy? Hier geht es zur App.',
      'Folgen Sie dem Hafen auch bei Social Media',
    ],
    keeps: [
      'Die Warnung kommt aufs Handy, wenn man die App der Reederei hat.',
      'Auch bei Sturm fährt die Fähre, und in den sozialen Medien freut man sich.',
    ],
  },
];
