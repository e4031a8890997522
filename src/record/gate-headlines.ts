import { patternOfRows, wholeWord } from '../pattern-rows.ts';

/** Headlines of pages that ask for consent. */
export const CONSENT = patternOfRows(
  [
    {
      name: 'consent-english',
      languages: 'en',
      pattern: wholeWord('cookies?|consent|privacy|before you continue|your choices'),
      finds: ['Cookies', 'Consent', 'Your privacy', 'Before you continue', 'Your choices'],
      passes: ['Consenting adults sail', 'The choice is yours'],
    },
    {
      name: 'consent-germanic',
      languages: 'de nl',
      pattern: wholeWord('einwilligung|zustimmung|datenschutz|bevor sie|toestemming'),
      finds: ['Einwilligung', 'Zustimmung', 'Datenschutz', 'Bevor Sie lesen', 'Toestemming'],
      passes: ['Zustimmungswerte der Kapitänin', 'Sie war bevorzugt'],
    },
    {
      name: 'consent-french',
      languages: 'fr',
      pattern: wholeWord('confidentialité|vie privée|consentement|avant de continuer'),
      finds: ['Confidentialité', 'Vie privée', 'Consentement', 'Avant de continuer'],
      passes: ['La vie au port', 'Elle continue'],
    },
    {
      name: 'consent-romance',
      languages: 'es pt it',
      pattern: wholeWord('privacidad|antes de continuar|privacidade|prima di continuare'),
      finds: ['Privacidad', 'Antes de continuar', 'Privacidade', 'Prima di continuare'],
      passes: ['Privados del ferry', 'Continuare a navigare'],
    },
    {
      name: 'consent-slavic',
      languages: 'pl ru',
      pattern: wholeWord('zgod[aę]|согласие'),
      finds: ['Zgoda', 'Wyraź zgodę', 'Согласие'],
      passes: ['Zgodnie z rozkładem', 'Соглашение порта'],
    },
    {
      name: 'consent-in-signs',
      languages: 'zh ja ko',
      pattern: '同意|隐私|プライバシー|개인정보',
      finds: ['同意する', '隐私政策', 'プライバシー', '개인정보 처리'],
      passes: ['意外な船', '개인 선박'],
    },
  ],
  'iu',
);

/** Headlines of pages that ask who reads. */
export const LOG_IN = patternOfRows(
  [
    {
      name: 'log-in-english',
      languages: 'en',
      pattern: String.raw`\b(?:sign[ -]?in|log[ -]?in|log on|register)\b`,
      finds: ['Sign in', 'Log-in', 'Log on', 'Register'],
      passes: ['Registrars meet', 'Logging ends'],
    },
    {
      name: 'log-in-germanic',
      languages: 'de nl sv nb da',
      pattern: String.raw`\b(?:anmelden|einloggen|anmeldung|inloggen|logga in|logg inn|log ind)\b`,
      finds: [
        'Anmelden',
        'Einloggen',
        'Zur Anmeldung',
        'Inloggen',
        'Logga in',
        'Logg inn',
        'Log ind',
      ],
      passes: ['Anmeldungen steigen', 'Indlogning'],
    },
    {
      name: 'log-in-romance',
      languages: 'fr es pt it',
      pattern: String.raw`\b(?:connexion|se connecter|iniciar sesión|inicia sesión|acceder|entrar|accedi|accesso)\b`,
      finds: [
        'Connexion',
        'Se connecter',
        'Iniciar sesión',
        'Inicia sesión',
        'Acceder',
        'Entrar',
        'Accedi',
        'Accesso',
      ],
      passes: ['Connexions ferroviaires', 'Entraron en puerto'],
    },
    {
      name: 'log-in-elsewhere',
      languages: 'pl fi tr',
      pattern: String.raw`\b(?:zaloguj|kirjaudu|giriş yap)\b`,
      finds: ['Zaloguj', 'Kirjaudu', 'Giriş yap'],
      passes: ['Zalogowany kapitan', 'Giriş kapalı'],
    },
    {
      name: 'log-in-in-signs',
      languages: 'ru ja zh ko ar',
      pattern: 'войти|вход|ログイン|登录|登入|로그인|تسجيل الدخول',
      finds: ['Войти', 'Вход', 'ログイン', '登录', '登入', '로그인', 'تسجيل الدخول'],
      passes: ['Война и мир', '登山の船'],
    },
  ],
  'iu',
);

/** Headlines of pages that sell the news. */
export const OFFERS_TO_SUBSCRIBE = patternOfRows(
  [
    {
      name: 'subscribe-english',
      languages: 'en',
      pattern: String.raw`\b(?:subscribe|subscription|subscriber|membership)\b`,
      finds: ['Subscribe', 'Your subscription', 'Subscriber', 'Membership'],
      passes: ['Members of the crew', 'Subscribers leave'],
    },
    {
      name: 'subscribe-germanic',
      languages: 'de nl sv',
      pattern: String.raw`\b(?:abonnieren|abonnement|abo|abonneren|prenumerera)\b`,
      finds: ['Abonnieren', 'Abonnement', 'Abo', 'Abonneren', 'Prenumerera'],
      passes: ['Abolition remembered', 'Prenumeranter i hamnen'],
    },
    {
      name: 'subscribe-romance',
      languages: 'fr es pt it',
      pattern: String.raw`\b(?:abonnez|s[’']abonner|suscríbete|suscribirse|suscripción|assine|assinatura|abbonati|abbonamento)\b`,
      finds: [
        'Abonnez-vous',
        'S’abonner',
        "S'abonner",
        'Suscríbete',
        'Suscribirse',
        'Suscripción',
        'Assine',
        'Assinatura',
        'Abbonati',
        'Abbonamento',
      ],
      passes: ['Assinado o acordo', 'Les abonnés du port'],
    },
    {
      name: 'subscribe-in-signs',
      languages: 'ru uk ja zh ko',
      pattern: 'подпис|購読|订阅|訂閱|구독',
      finds: ['Подписка', '購読', '订阅', '訂閱', '구독'],
      passes: ['Писатель в порту', '読書'],
    },
  ],
  'iu',
);
