// Pages that stand where an article was expected, by the wordings of their headlines.

/** What such a page is, in words that end "it leads to …". */
const OTHER_PAGES: readonly [what: string, headline: RegExp][] = [
  [
    'a page that says that there is nothing',
    /\bnot found\b|\b404\b|nicht gefunden|introuvable|n[’']existe (?:pas|plus)|no encontrad[ao]|no existe|não (?:foi )?encontrad[ao]|non trovat[ao]|niet gevonden|nie znaleziono|nenalezen|hittades inte|ikke fundet|ikke funnet|ei löyt|bulunamadı|nu a fost găsit|nem található|не найден|не знайден|見つかりません|找不到|不存在|찾을 수 없|غير موجود|ไม่พบ|không tìm thấy|tidak ditemukan|no longer (?:available|exists)|(?:has|have) (?:expired|been (?:removed|deleted))/iu,
  ],
  [
    'a question for consent',
    /(?<!\p{L})(?:cookies?|consent|privacy|before you continue|your choices|einwilligung|zustimmung|datenschutz|bevor sie|privacidad|antes de continuar|confidentialité|vie privée|consentement|avant de continuer|privacidade|prima di continuare|toestemming|zgod[aę]|согласие)(?!\p{L})|同意|隐私|プライバシー|개인정보/iu,
  ],
  [
    'a log-in',
    /\b(?:sign[ -]?in|log[ -]?in|log on|register|anmelden|einloggen|anmeldung|connexion|se connecter|iniciar sesión|inicia sesión|acceder|entrar|accedi|accesso|inloggen|logga in|logg inn|log ind|zaloguj|kirjaudu|giriş yap)\b|войти|вход|ログイン|登录|登入|로그인|تسجيل الدخول/iu,
  ],
  [
    'an offer to subscribe',
    /\b(?:subscribe|subscription|subscriber|membership|abonnieren|abonnement|abo|abonnez|s’abonner|s'abonner|suscríbete|suscribirse|suscripción|assine|assinatura|abbonati|abbonamento|abonneren|prenumerera)\b|подпис|購読|订阅|訂閱|구독/iu,
  ],
  [
    'a choice of region',
    /\b(?:choose|select|pick) (?:your |an? |the )?(?:region|country|edition|location|language)|(?:region|land|ausgabe|standort) (?:wählen|auswählen)|choisi\p{L}* (?:votre |une? )?(?:région|pays|édition)|(?:elige|seleccion\p{L}*|escolha) (?:tu |su |sua |seu )?(?:región|país|edición|região|edição)|\bnot available in your (?:region|country)\b|выберите|地域を選択|选择地区/iu,
  ],
  [
    'an error',
    /\b(?:error|oops|something went wrong|unavailable|maintenance|access denied|forbidden|fehler|wartung|erreur|errore|erro|fout|błąd)\b|ошибка|エラー|错误|오류|خطأ/iu,
  ],
  [
    'a check of who asks',
    /\b(?:captcha|are you (?:a )?human|not a robot|just a moment|checking your browser|verify(?:ing)? (?:that )?you)\b/iu,
  ],
];

/** What a page is by its headline, where that is no article's. */
export function otherPageOf(headline: string): string | undefined {
  return OTHER_PAGES.find(([, wording]) => wording.test(headline))?.[0];
}
