import { expect, test } from 'vitest';
import { otherPageOf } from '../../../src/record/other-pages.ts';

const WORDINGS: [what: string, headlines: string][] = [
  [
    'a page that says that there is nothing',
    'Page not found|404|nicht gefunden|introuvable|n’existe pas|n’existe plus|no encontrada|no encontrado|no existe|não encontrada|não foi encontrado|non trovata|non trovato|niet gevonden|nie znaleziono|nenalezeno|hittades inte|ikke fundet|ikke funnet|ei löytynyt|bulunamadı|nu a fost găsit|nem található|не найдена|не знайдено|見つかりません|找不到|不存在|찾을 수 없습니다|غير موجود|ไม่พบ|không tìm thấy|tidak ditemukan|no longer available|no longer exists|has expired|have been removed|has been deleted',
  ],
  [
    'a question for consent',
    'Cookie|Cookies|Consent|Privacy|Before you continue|Your choices|Einwilligung|Zustimmung|Datenschutz|Bevor Sie|Privacidad|Antes de continuar|Confidentialité|Vie privée|Consentement|Avant de continuer|Privacidade|Prima di continuare|Toestemming|Zgoda|Zgodę|Согласие|隐私|プライバシー|개인정보|同意',
  ],
  [
    'a log-in',
    'Sign in|Sign-in|Login|Log in|Log on|Register|Anmelden|Einloggen|Anmeldung|Connexion|Se connecter|Iniciar sesión|Inicia sesión|Acceder|Entrar|Accedi|Accesso|Inloggen|Logga in|Logg inn|Log ind|Zaloguj|Kirjaudu|Giriş yap|Войти|Вход|ログイン|登录|登入|로그인|تسجيل الدخول',
  ],
  [
    'an offer to subscribe',
    "Subscribe|Subscription|Subscriber|Membership|Abonnieren|Abonnement|Abo|Abonnez|S’abonner|S'abonner|Suscribirse|Assine|Assinatura|Abbonati|Abbonamento|Abonneren|Prenumerera|Подписка|購読|订阅|訂閱|구독",
  ],
  [
    'a choice of region',
    'Choose your region|Select a country|Pick an edition|Choose the location|Select language|Region wählen|Land auswählen|Ausgabe wählen|Standort wählen|Choisissez votre région|Choisir un pays|Choisissez une édition|Elige tu región|Seleccione su país|Escolha sua região|Elige edición|Not available in your region|Not available in your country|Выберите|地域を選択|选择地区',
  ],
  [
    'an error',
    'Error|Oops|Something went wrong|Unavailable|Maintenance|Access denied|Forbidden|Fehler|Wartung|Erreur|Errore|Erro|Fout|Ошибка|エラー|错误|오류|خطأ',
  ],
  [
    'a check of who asks',
    'Captcha|Are you human|Are you a human|Not a robot|Just a moment|Checking your browser|Verify you|Verify that you|Verifying you',
  ],
];

test.each(
  WORDINGS.flatMap(([what, headlines]) => headlines.split('|').map((headline) => [headline, what])),
)('"%s" is %s', (headline, what) => {
  expect(otherPageOf(headline)).toBe(what);
});

test.each([
  'The ferry is late again',
  'Registrars meet',
  'Terror of the seas',
  'Abolition remembered',
  '4040 boats',
])('"%s" is an article', (headline) => {
  expect(otherPageOf(headline)).toBeUndefined();
});
