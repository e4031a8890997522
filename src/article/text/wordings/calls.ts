import { byLanguages, type WordsOfLanguages, type Wording } from './wording.ts';

const MOST_OF_A_CALL = 180;

/** Calls to the reader with which a line of the template begins, by language. */
const ROWS: WordsOfLanguages[] = [
  {
    languages: 'es',
    words:
      'suscríbete a*|suscríbase a*|regístrate para*|inicia sesión|únete a*|apúntate a*|te recomendamos|noticia relacionada|noticias relacionadas|haz clic aquí',
    drops: ['Suscríbete a nuestro boletín', 'Haz clic aquí para ver el barco'],
    keeps: ['La capitana inicia la sesión con sopa.', 'El puerto recomienda no salir.'],
  },
  {
    languages: 'fr',
    words:
      'abonnez-vous|inscrivez-vous à|déjà abonné*|cet article est réservé aux abonnés|rejoignez-nous',
    drops: ['Abonnez-vous à notre lettre du port', 'Cet article est réservé aux abonnés'],
    keeps: [
      'Abonnez, disait-elle, et le port vivra: la salle a ri longtemps de ce mot de la capitaine.',
      'Les abonnés du ferry ont reçu de la soupe.',
    ],
  },
  {
    languages: 'it',
    words:
      'iscriviti a|iscriviti al|iscriviti alla|abbonati a|abbonati per|abbonati ora|ti potrebbe interessare|ti potrebbero interessare|potrebbe interessarti|potrebbero interessarti|riproduzione riservata|seguici*',
    drops: ['Iscriviti alla newsletter del molo', 'Ti potrebbe interessare'],
    keeps: ['Gli iscritti al porto sono cento.', 'La riproduzione della barca è in legno.'],
  },
  {
    languages: 'pt',
    words:
      'assine a|assine o|assine já|assine agora|assine para|inscreva-se|compartilhe esta|compartilhe essa|compartilhe no|compartilhe nas|siga o canal|siga o perfil|siga o nosso|entre no grupo|entre no canal|receba as notícias|receba nossas|receba notícias|clique aqui|participe do grupo|participe do canal',
    drops: ['Assine a carta do porto', 'Entre no grupo do cais'],
    keeps: ['Entre no porto e a ilha há um ferry.', 'A capitã quer que a cidade receba o barco.'],
  },
  {
    languages: 'nl',
    words: 'meld je aan|meld je hier aan|abonneer je|deel dit artikel|log in om|word abonnee',
    drops: ['Meld je hier aan', 'Word abonnee van het havenblad'],
    keeps: ['De abonnee van de veerpont kreeg soep.', 'Een deel van dit artikel is van de haven.'],
  },
  {
    languages: 'pl',
    words:
      'zaloguj się|kup prenumeratę|kup dostęp|obserwuj nas|dalszy ciąg materiału|dalszy ciąg artykułu|dalsza część materiału|dalsza część artykułu|dalsza część tekstu|materiał chroniony prawem|dołącz do nas',
    drops: ['Zaloguj się, aby czytać', 'Dalszy ciąg materiału pod wideo'],
    keeps: ['Dalszy ciąg rejsu zależy od pogody.', 'Kapitan kup nie robi, mówi port.'],
  },
  {
    languages: 'sv da nb fi',
    words:
      'følg oss|följ oss|følg os|tipsa oss|tips oss|logga in för|logg inn for|har du tips|tilaa uutis*|tilaa lehti*|kirjaudu sisään',
    drops: ['Följ oss på båten', 'Tilaa uutiskirje'],
    keeps: ['Kapteinen sa at vi skulle følge oss selv.', 'Hon loggade in för att se båten.'],
  },
  {
    languages: 'cs sk hu ro',
    words:
      'přihlaste se|předplaťte si|sledujte nás|sdílet na*|prihláste sa|iratkozzon fel|kövess minket|kövessen minket|abonează-te|urmărește-ne|urmăriți-ne',
    drops: ['Přihlaste se k odběru', 'Kövessen minket'],
    keeps: ['Kapitánka řekla, že se máme přihlásit.', 'A kikötő kövei nedvesek.'],
  },
  {
    languages: 'ru',
    words:
      'подписывайтесь на*|подпишитесь на*|читайте также|читайте нас|следите за нами|следите за нашими|следите за новостями|нашли ошибку|нашли опечатку|заметили ошибку|заметили опечатку',
    drops: ['▶ Подписывайтесь на наш канал о паромах', 'Нашли ошибку? Напишите нам'],
    keeps: [
      'Читателей в порту стало больше, сказала капитан парома.',
      'Они нашли ошибки в журнале парома.',
    ],
  },
  {
    languages: 'uk',
    words:
      'підписуйтесь на*|підпишіться на*|читайте також|читайте нас|помітили помилку|знайшли помилку|долучайтесь до*',
    drops: ['Підписуйтесь на наш канал', 'Читайте також про пором'],
    keeps: ['Читачі порту чекали на пором.', 'Вони знайшли помилки в журналі.'],
  },
  {
    languages: 'bg el',
    words:
      'абонирайте се|последвайте ни|прочетете още|ακολουθήστε το|ακολουθήστε μας|διαβάστε επίσης|διαβάστε ακόμη|διαβάστε περισσότερα|εγγραφείτε στο*|δείτε επίσης',
    drops: ['Последвайте ни във Фейсбук', 'Διαβάστε επίσης για το πλοίο'],
    keeps: ['Капитанът прочете още веднъж дневника.', 'Το πλοίο ακολούθησε το ρεύμα.'],
  },
  {
    languages: 'tr',
    words: 'abone ol*|bizi takip edin|haberin devamı*',
    drops: ['Bizi takip edin', 'Haberin devamı için tıklayın'],
    keeps: ['Bunları da liman müdürü söyledi.', 'Kaptan, bizi takip eden tekneyi gördü.'],
  },
  {
    languages: 'ar fa he',
    words:
      'اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد|تابعونا|شاهد أيضا*|شارك الخبر|شارك المقال|بیشتر بخوانید|عضو کانال|קראו גם|קראו עוד|הירשמו ל*',
    drops: ['اقرأ أيضا: العبارة متأخرة', 'קראו גם על המעבורת'],
    keeps: ['قالت القبطانة إن العبارة تأخرت مرة أخرى.', 'הקברניטה אמרה שקראו לה במרק.'],
  },
  {
    languages: 'hi bn ta',
    words: 'यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|আরও পড়ুন|আরো পড়ুন|மேலும் படிக்க',
    drops: ['यह भी पढ़ें: नाव फिर देर से आई', 'আরও পড়ুন'],
    keeps: ['बच्चे और पढ़ना चाहते हैं, कप्तान ने कहा।', 'ফেরি আবার দেরি করেছে, বললেন ক্যাপ্টেন।'],
  },
  {
    languages: 'id vi',
    words:
      'ikuti kami|ikuti berita*|ikuti kanal*|simak juga|simak berita*|dapatkan berita*|dapatkan update*|gabung di channel*|gabung di grup*|theo dõi chúng*|theo dõi kênh*|mời quý đọc*|mời bạn đọc*',
    drops: ['Simak juga: feri terlambat', 'Theo dõi kênh của bến cảng'],
    keeps: ['Kapten akan ikut feri itu.', 'Cảnh sát theo dõi con tàu.'],
  },
  {
    languages: 'ja',
    words:
      '会員登録|会員限定|ログインして|ログインすると|続きを読む|この記事は有料|この記事は会員|あわせて読みたい|無断転載',
    drops: ['続きを読む', '会員登録はこちら'],
    keeps: ['会員は港でスープを飲んだ。', '港の記事は船長が書いた。'],
  },
  {
    languages: 'zh',
    words:
      '责任编辑|責任編輯|相关阅读|相關閱讀|延伸阅读|延伸閱讀|原标题|免责声明|扫一扫|更多精彩|点击进入|点击查看|点击下载',
    drops: ['(责任编辑：李安)', '相关阅读：渡轮又迟到了'],
    keeps: ['船长说，编辑也在船上。', '港口办公室的声明说渡轮迟到。'],
  },
  {
    languages: 'ko',
    words:
      '저작권자ⓒ|저작권자 ⓒ|저작권자©|저작권자 ©|저작권자(|저작권자 (|무단전재|무단 전재|기사제보|기사 제보|구독하기|관련기사|관련 기사',
    drops: ['저작권자 © 항구신문', '관련 기사'],
    keeps: ['카카오톡이 25일 오전 멈췄다고 항만 사무소가 밝혔다.', '선장은 기사를 읽었다.'],
  },
];

export const CALLS: Wording[] = [
  ...byLanguages('call', { appliesTo: 'start', mostCharacters: MOST_OF_A_CALL }, ROWS),
  {
    name: 'call-fr-subject',
    languages: 'fr',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_CALL,
    pattern: /^[^\p{L}\d]*(?:sur le même (?:sujet|thème)[^\p{L}\p{N}]*$|il vous reste \d+ ?%)/iu,
    drops: ['Sur le même sujet', 'Il vous reste 80 % de cet article à lire.'],
    keeps: [
      'Sur le même sujet, la capitaine a dit que le port restait ouvert.',
      'Il vous reste 80 minutes, dit la capitaine.',
    ],
  },
];
