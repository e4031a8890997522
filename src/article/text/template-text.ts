import { ANY_AGENCY, mayNameAgency } from '../names/agency-signature.ts';

/**
 * What templates print between and around an article's paragraphs, by its wording. Each pattern is for a block of
 * its own and bounded in length: the same words inside a sentence of the article are left alone.
 */

/** Whose a picture is: agencies, and who gives pictures away. */
const PICTURED_BY = `(?:${ANY_AGENCY}|(?i:unsplash|ap photo|afp photo|pixabay|pexels))`;

const ANYWHERE: [RegExp, number][] = [
  // Advertisement marks and placeholders.
  [
    /^\W*(?:advertise?ments?|advertising|ad|sponsored(?: content)?|promoted|publicité|publicidad(?:e)?|pubblicità|werbung|anzeige|reklam[ae]?|annons|annonse|annonce|advertentie|iklan|реклама|広告|광고|quảng cáo)\W*$/i,
    40,
  ],
  [
    /\b(?:story|article|post|content) continues (?:after|below)\b|\b(?:continue reading|scroll down) (?:below|for)\b|advertisement has not loaded/i,
    120,
  ],
  // Links to more, whose link may be a script's.
  [
    /^\W*(?:read (?:more|next|also|the full story|full story)|see (?:also|more)|more (?:on|from|about|stories|coverage|news)\b.*|also read|read more .*|related(?: (?:stories|articles|content|coverage|topics|links|news|posts|reading|video|videos))?|recommended(?: (?:stories|videos|reading|for you))?|don['’]t miss|(?:like this topic\? )?you (?:may|might) (?:also )?(?:like|be interested in)(?: these? .{2,30})?|up next|watch(?: (?:now|more|next|live))?|trending(?: now)?|most (?:read|popular)|top (?:searches|stories|news|videos)|autoplay|show thumbnails|popular (?:now|stories)|lire (?:aussi|plus|la suite)|à lire aussi|lees (?:ook|meer|verder)|mehr (?:zum thema|dazu|lesen)|auch interessant|lesen sie (?:auch|mehr(?: zum thema)?)|weitere (?:themen|artikel|informationen|meldungen)|weiterlesen|topmeldungen|siehe auch|lees (?:ook|meer)|les (?:også|mer)|läs (?:också|mer|även)|læs (?:også|mere)|lue (?:myös|lisää)|leggi anche|lea también|lee también|te puede interesar|ver más|veja (?:também|mais)|leia (?:também|mais)|czytaj (?:więcej|też|także|również)|zobacz (?:też|także|również)|čtěte (?:také|více)|číst více|ilgili haberler|bunlar da ilginizi çekebilir|читайте также|читать далее|baca juga|xem thêm|【?関連記事】?|jump to .{3,30}|tags?|topics?|schlagworte|schlagwörter|themen|filed under|(?:\d+ )?(?:comments?|kommentare?r?|commentaires?|comentarios|commenti|reacties)(?: are closed)?|in this topic|more about|leave a (?:comment|reply)|share|share this .{3,20}|follow us(?: on social media)?|end of article|copy link|print|save|email)\W*$/i,
    60,
  ],
  // Accounts, newsletters, apps.
  [
    /\b(?:sign (?:up|in)|log ?in|subscribe|register|create (?:an |a free )?account|join|get)\b.{0,80}\b(?:newsletters?|inbox|account|briefing|alerts?|subscribers?|daily email|email updates|free trial)\b|\bdelivered (?:right |straight |directly )?to your inbox\b|\bwe(?:['’]|\s+wi)ll e-?mail you\b|\bsubscri(?:be|ption) (?:now|today|here|has been (?:confirmed|successful)|could not be saved)\b|\bthanks? (?:you )?for signing up\b|\bmanage your newsletter\b|\byour email(?: address)?\W*$/i,
    320,
  ],
  [
    /\bnewsletter\b.{0,120}\b(?:abonnier|bestell|anmeld|inscri|abonn|suscr|suscríb|iscriv|zapisz|odebír|prenumer|tilmeld|påmelding|inschrijv|aanmeld)|\b(?:abonnier|inscri|abonnez|suscr|iscriv|zapisz|prenumer|schrijf|melden sie)\p{L}*\b.{0,120}\bnewsletter\b/iu,
    320,
  ],
  [
    /\bdownload (?:the|our) (?:\S+ ){0,3}apps?\b|\b(?:follow|like|find|join) us on (?:facebook|twitter|x|instagram|google|whatsapp|telegram|linkedin)\b|\bour whatsapp channel\b|\bfollow your favou?rites to get\b/i,
    250,
  ],
  [
    /\b(?:earn|receive|get) (?:a|an) (?:affiliate )?commission\b|\baffiliate links?\b.{0,120}\bcommission|\b(?:terms of (?:use|service)|privacy policy)\b.{0,80}\b(?:apply|agree|consent|acknowledge)|\bagree to (?:our|the) .{0,60}(?:terms|privacy)/i,
    400,
  ],
  [
    /\bthis site is protected by recaptcha\b|\benable javascript\b|\b(?:html5|video) capable browser\b|\binvalid file format\b|\bfeature is currently unavailable\b/i,
    250,
  ],
  [
    /^\W*(?:for the latest|download|get|install|try)\b.{0,120}\bapps?\b.{0,60}\b(?:ios|android|app store|google play|itunes)\b|\b(?:straight|directly|right) to your (?:phone|desktop|inbox|device)\b/i,
    250,
  ],
  [
    /\b(?:are you|you(?:[’']re| are)) already a (?:subscriber|member)\b|\bto (?:view|read) the (?:full|whole) (?:story|article),? (?:please )?subscribe\b|\bfirst-time subscribers\b|\bcancela cuando quieras\b|^pour (?:lire la suite|accéder en illimité)\b|\bsie sind (?:aktuell |derzeit )?nicht (?:eingeloggt|angemeldet)\b/i,
    260,
  ],
  [
    /^\W*(?:s[ií]guenos|suivez-nous|folgen sie uns|seguici|siga-nos|volg ons) (?:en|sur|auf|su|no|na|op)\b|\b(?:nuestro canal|our channel|notre chaîne) (?:de|on|sur) (?:youtube|whatsapp|telegram)\b/i,
    200,
  ],
  // What a site says of its entries.
  [
    /\b(?:opinions|views) expressed\b.{0,80}\b(?:their|his|her) own\b|\bdo(?:es)? not necessarily (?:represent|reflect) the (?:views|opinions|position)|\bwe reserve the right to (?:remove|delete|edit)\b|^.{0,40}\bis not responsible for the (?:opinions|views|content)\b|^\W*(?:keine kommentare|no comments(?: yet)?|sin comentarios|aucun commentaire|nessun commento)(?:\W*$|\s*\()|^this entry was posted\b|\bbookmark the permalink\b|^\W*alle angaben ohne gewähr\W*$|\bsie können alle antworten zu diesem eintrag\b|\bdécouvrez nos offres\b|^visit our .{3,60} section\b|^do you want to be (?:informed|notified)\b/i,
    260,
  ],
  [
    /^\W*(?:mehr zum thema|schon gelesen|déjà lu|quellenangaben|zusatzinformationen)\b.{0,40}$|^\W*(?:anzeige|werbung)[,.:*]\W.{0,60}\b(?:affiliate|werbung|anzeige)|^\W*(?:zuletzt |letzte |last )?(?:aktualisiert|aktualisierung|updated|modified):? (?:am |on )?.{0,30}\d{4}\W*$/i,
    120,
  ],
  // Browsers, accounts, trial subscriptions.
  [
    /\bihr browser (?:ist veraltet|wird nicht)\b|\b(?:your|this) browser (?:is (?:out of date|outdated|not supported)|does not support)\b|\bnavigateur (?:est obsolète|n['’]est (?:pas|plus))\b|^\W*(?:don['’]t have an account|sie haben (?:noch )?kein (?:aktives |kostenloses )?(?:abo|konto|benutzerkonto)(?!(?-i:[a-zäöü])))|\b(?:abo|zugang|premium|testen)\b.{0,120}\b(?:jederzeit|monatlich) kündbar\W*$|\b\d+ (?:wochen|monate?|tage) (?:lang )?(?:kostenlos|gratis|für nur .{1,12}) (?:testen|lesen)\b|\bjederzeit wieder abmelden\b|\bunsubscribe at any time\b/i,
    260,
  ],
  // Letters to the desk.
  [
    /^\W*(?:fehler gefunden|(?:spotted|found|seen) an? (?:typo|error|mistake)|got an? (?:news )?(?:tip|story)\b|do you have an? (?:news )?(?:tip|story)\b|haben sie (?:einen )?fehler (?:gefunden|entdeckt)|ihre meinung ist uns wichtig|get in touch with (?:us|our)\b|vous avez (?:repéré|trouvé) une (?:erreur|coquille)|¿(?:has encontrado|encontraste) (?:un|algún) error)|^for more (?:stories|news|articles)(?: like this)?,? (?:check|visit|see|click|head|go)\b|^hat ihnen dieser artikel gefallen\b|^(?:rückfragen bitte an|original-content von):/i,
    220,
  ],
  // What a printed or filed copy says of itself.
  [
    /^\W*(?:dieser artikel wurde ausgedruckt unter|printed from|drucken seite drucken|(?:permalink|kurzlink|short link)\W{0,3}https?:|(?:schlagw(?:örter|orte)|themenseiten|keywords|datum) (?=\p{Lu}|\d)(?!.*[.!?]\W*$)|abgelegt unter\b|(?:lesezeit|reading time|temps de lecture|tempo di lettura|tiempo de lectura)\b.{0,20}$|\d{1,2} ?min(?:\.|utes?|uten)?(?: (?:read|lesezeit|de lecture|di lettura|de lectura|leestijd))?\W*$)/iu,
    200,
  ],
  // Apps and channels in other words.
  [
    /\baufs handy\?.{0,120}\bapp\b|\bauch bei social media\b|uygulamas[ıi]n[ıi] indir|^『?(?:カテゴリー|この(?:記事|連載))を?(?:フォロー|シェア|保存)|^おすすめ(?:情報|記事)$|^関連(?:リンク|ニュース)$/i,
    200,
  ],
  // "GALLERY: The harbour in the storm": what stands at another address.
  [
    /^(?:VIDEO|GALLERY|PHOTOS?|SLIDESHOW|MORE|RELATED|READ|WATCH|LISTEN|QUIZ|POLL)\b[^.!?]{0,15}:\s[^.!?]{3,100}$/,
    130,
  ],
  // Addresses and data that scripts were to put a picture, a film or a post in place of.
  [
    /^https?:\/\/(?:\S+\.(?:jpe?g|png|gif|webp|mp[34])\b\S*|(?:www\.|m\.)?(?:instagram|twitter|x|facebook|youtube|tiktok|vimeo)\.com\/\S+|youtu\.be\/\S+)$/,
    400,
  ],
  // Rights notices.
  [
    /^\W*(?:©|\(c\)|copyright\b).{0,200}$|\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\b(?:may not|not to) be (?:published|reproduced|republished)\b|무단 ?전재/i,
    260,
  ],
  // Picture credits that stand alone.
  [
    /^\W*(?:photos?|photograph|image|images|picture|pictured|foto|fotos|bild|bilder|ljósmynd|credit|credits|illustration|file photo|source|quelle|bron|kuva|zdroj|fot\.?)\b\s*(?:by|credit|courtesy)?\s*[:/©|].{2,100}$/i,
    130,
  ],
  [/\([^()]{2,80}\/ ?\p{L}{3,9}\.? \d{1,2}, \d{4}\)\W*$/iu, 400],
  [
    /\b(?:credit|photo(?: by)?|picture|image|foto|bild|fot|ljósmynd)\s*:\s*(?:[^.!?:]{2,60}\)?\.?|(?:screenshot|archiv|privat)\b.{0,40})$/i,
    260,
  ],
  [/(?<=\s)©\s?[\p{L}\d .,&/-]{2,40}$/u, 260],
];

const MOST_OF_A_PICTURE_CREDIT = 90;
/** "Ann Lee/AFP", "The harbour in the storm Reuters": a sentence that ends by an agency has its full stop. */
const ENDS_BY_AGENCY = new RegExp(
  `(?:(?:^|[/(]|\\bvia )${PICTURED_BY}(?:/[^/]{2,40})?\\)?\\W*|\\s${PICTURED_BY}(?:/[^/]{2,40})?\\)?[^\\p{L}\\p{N}.!?…]*)$`,
  'u',
);
/** "The harbour office in the storm. (Ann Lee/AFP)" */
const IN_BRACKETS = new RegExp(`\\([^()]{2,80}/ ?${ANY_AGENCY}\\)\\W*$`, 'u');
const GIVEN_AWAY = /unsplash|pixabay|pexels/i;

function isPictureOfAgency(text: string): boolean {
  const isShort = text.length <= MOST_OF_A_PICTURE_CREDIT;
  if (isShort && (mayNameAgency(text) || GIVEN_AWAY.test(text))) return ENDS_BY_AGENCY.test(text);
  return IN_BRACKETS.test(text);
}

/** Calls to the reader with which a line of the template begins, by language. */
const CALLS = `
  suscríbete a|suscríbase a|regístrate para|inicia sesión|únete a|apúntate a|te recomendamos|noticias? relacionadas?|haz clic aquí|
  abonnez-vous|inscrivez-vous à|déjà abonné|cet article est réservé aux abonnés|il vous reste \\d+ ?%|sur le même (?:sujet|thème)\\W*$|rejoignez-nous|
  iscriviti (?:a|al|alla)(?!\\p{L})|abbonati (?:a|per|ora)(?!\\p{L})|ti potrebbe(?:ro)? interessare|potrebbe(?:ro)? interessarti|riproduzione riservata|seguici|
  assine (?:a|o|já|agora|para)(?!\\p{L})|inscreva-se|compartilhe (?:esta|essa|no|nas)(?!\\p{L})|siga o (?:canal|perfil|nosso)|entre no (?:grupo|canal)|receba (?:as notícias|nossas|notícias)|clique aqui|participe do (?:grupo|canal)|
  meld je (?:hier )?aan|abonneer je|deel dit artikel|log in om|word abonnee|
  zaloguj się|kup (?:prenumeratę|dostęp)|obserwuj nas|dalszy ciąg (?:materiału|artykułu)|dalsza część (?:materiału|artykułu|tekstu)|materiał chroniony prawem|dołącz do nas|
  artikkelen fortsetter|saken fortsetter|artikeln fortsätter|følg oss|följ oss|følg os|tipsa oss|tips oss|logga in för|logg inn for|har du tips|tilaa (?:uutis|lehti)|kirjaudu sisään|
  přihlaste se|předplaťte si|sledujte nás|sdílet na|prihláste sa|iratkozzon fel|kövess(?:en)? minket|abonează-te|urmărește-ne|urmăriți-ne|
  подпи(?:сывайтесь|шитесь) на|читайте (?:также|нас)|следите за (?:нами|нашими|новостями)|нашли (?:ошибку|опечатку)|заметили (?:ошибку|опечатку)|
  підпи(?:суйтесь|шіться) на|читайте (?:також|нас)|помітили помилку|знайшли помилку|долучайтесь до|
  абонирайте се|последвайте ни|прочетете още|ακολουθήστε (?:το|μας)|διαβάστε (?:επίσης|ακόμη|περισσότερα)|εγγραφείτε στο|δείτε επίσης|
  abone ol|bizi takip edin|haberin devamı|
  اقرأ (?:أيضا|أيضًا|المزيد)|تابعونا|شاهد أيضا|شارك (?:الخبر|المقال)|بیشتر بخوانید|عضو کانال|קראו (?:גם|עוד)|הירשמו ל|
  यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|আরও পড়ুন|আরো পড়ুন|மேலும் படிக்க|
  ikuti (?:kami|berita|kanal)|simak (?:juga|berita)|dapatkan (?:berita|update)|gabung di (?:channel|grup)|theo dõi (?:chúng|kênh)|mời (?:quý|bạn) đọc|
  会員(?:登録|限定)|ログイン(?:して|すると)|続きを読む|この記事は(?:有料|会員)|あわせて読みたい|無断転載|
  责任编辑|責任編輯|相关阅读|相關閱讀|延伸阅读|延伸閱讀|原标题|免责声明|扫一扫|更多精彩|点击(?:进入|查看|下载)|
  저작권자 ?[ⓒ©(]|무단 ?전재|기사 ?제보|구독하기|관련 ?기사`;
const CALL = new RegExp(`^[^\\p{L}\\d]*(?:${CALLS.replace(/\s*\n\s*/g, '')})`, 'iu');
const MOST_OF_A_CALL = 180;

/** An offer to the reader in person: what is offered, and to whom. */
const OFFERED =
  /\b(?:newsletters?|whats ?app[- ](?:kanal|channel)|push-nachrichten|(?:news|nachrichten)-?app|e-?paper)\b|\bpodcast\b.{0,200}(?<!\p{L})(?:you|your|sie|ihnen|ihr|ihre|dich|dir|du|euch|vous|votre|vos|te|tu|su|ti|je|jouw|u|hier)(?!\p{L})/iu;
const TO_YOU =
  /(?<!\p{L})(?:you|your|sie|ihnen|ihr|ihre|dich|dir|du|euch|vous|votre|vos|te|tu|su|ti|je|jouw|u|hier)(?!\p{L})/iu;
const MOST_OF_AN_OFFER = 260;

/** Data that scripts were to read. */
const DATA = /^\{\s?"[^]*\}$/;

/** Whether the wording marks a block as part of the template. */
export function isTemplateText(text: string): boolean {
  if (DATA.test(text)) return true;
  if (text.length > 400) return false;
  if (text.length <= MOST_OF_A_CALL && CALL.test(text)) return true;
  if (text.length <= MOST_OF_AN_OFFER && OFFERED.test(text) && TO_YOU.test(text)) return true;
  return (
    ANYWHERE.some(([pattern, max]) => text.length <= max && pattern.test(text)) ||
    isPictureOfAgency(text)
  );
}

const CLOCK_OR_YEAR =
  /(?<!\d)(?:[012]?\d[:.h][0-5]\d|(?:19|20)\d\d)(?!\d)|\b(?:\d+|an?) ?(?:min(?:ute)?s?|hours?|days?|weeks?) (?:ago|read)\b/i;

const OF_A_DATE =
  /\b(?:updated|published|posted|modified|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[ap]m|[ecmp][ds]t)\b/gi;

const DATED_BYLINE =
  /^(?:by|von|par|por|door)\s.{2,100}\b(?:19|20)\d\d\b.{0,12}\b\d{1,2}:\d\d\b.{0,60}$/i;

/** "Updated Dec. 22, 2023 11:48 a.m. ET", "25. 4. 2023 5:00", "by Ann Lee at July 18, 2026 12:12 pm". */
export function isTimestamp(text: string): boolean {
  if (text.length > 140 || !CLOCK_OR_YEAR.test(text)) return false;
  if (DATED_BYLINE.test(text)) return true;
  const rest = text.replace(OF_A_DATE, ' ');
  if (rest.length > 90) return false;
  const words = rest.match(/\p{L}{2,}/gu) ?? [];
  return (
    words.length <= 8 &&
    /\d{1,2}\D{1,3}\d|\d\s|\s\d/.test(text) &&
    !/[.!?][”"»]?$/.test(text.replace(/(?:\b(?:[ap]\.m|est|uhr)|\d ?hs?)\.$/i, ''))
  );
}

const LABEL_OF_A_DATE =
  /^\W*(?:(?:article |first |last )?(?:published|posted|updated|modified|date)|veröffentlicht|aktualisiert|publié|publicado|actualizado|pubblicato|aggiornato)\b/i;

/** In a list, where "July 2013: elected" is an entry, a date is the template's by its label alone. */
export const isLabelledTimestamp = (text: string): boolean =>
  LABEL_OF_A_DATE.test(text) && isTimestamp(text);

const AT_THE_END =
  /^to contact the (?:reporter|editor|author|writer)s?\b|^read (?:the|this) (?:original|full) (?:article|story|post)\b.{0,60}$|^cross-?posted (?:from|at|on)\b.{0,60}$|^an? (?:earlier|previous) version of th(?:is|e) (?:article|story|post|headline)\b|^(?:see|read) (?:more|all)(?: \w+)? (?:by|from|about|on) .{0,100}$|\bcan be (?:reached|contacted) (?:at|via|on)\b|\bfollow (?:him|her|them|me|\S+(?: \S+){0,3}) (?:on|at) (?:x|twitter|instagram|facebook|threads|bluesky|linkedin)\b|^[^.]{0,60}\b(?:e-?mail|contact)\b.{0,60}@\S+|^\W*(?:additional|with) (?:reporting|files)\b.{0,80}@|\b(?:is|are) (?:a|an|the) .{0,80}\b(?:reporter|writer|editor|correspondent|columnist|journalist|contributor|author of)\b.{0,200}$|^\W*(?:this (?:story|article|interview|column|piece) (?:was|has been|is|originally|first)\b.{0,80}\b(?:published|appeared|edited|updated|corrected|refiled|produced|translated)|(?:editor['’]s note|note|disclaimer|correction|corrections|clarification)\b\s*[:(–-])/i;

/** Notes about the writer or the text that close an article. */
export function isClosingNote(text: string): boolean {
  return text.length <= 500 && AT_THE_END.test(text);
}

const CITING =
  /^\W*(?:please use one of the following formats to cite .*|(?:how to )?cite this (?:article|page|paper)|zitierweise|diesen artikel zitieren)\W*$/i;

/** What comes after the text for those who quote it. */
export const isCiting = (text: string): boolean => text.length <= 120 && CITING.test(text);

const WRITER_HEADING =
  /^\W*(?:about (?:the|this) (?:author|writer|contributor)s?|über (?:den autor|die autor(?:in|en))|(?:à propos de )?l['’]auteure?|sobre (?:el autor|la autora|o autor)|sull['’]autore|over de auteur|o autorze|zu(?:m autor|r autorin|r person))\W*$/i;

/** The heading of what is said about the writer. */
export const isWriterHeading = (text: string): boolean =>
  text.length <= 40 && WRITER_HEADING.test(text);
