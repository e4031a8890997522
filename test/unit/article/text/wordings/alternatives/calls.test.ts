import { CALLS } from '../../../../../../src/article/text/wordings/calls.ts';
import { walkAlternatives } from '../../../../../support/article/walked-alternatives.ts';

walkAlternatives(CALLS, {
  'call-fr-subject': 'Sur le même thème',
  'call-es':
    'suscríbase a|regístrate para|inicia sesión|únete a|apúntate a|te recomendamos|noticia relacionada|noticias relacionadas',
  'call-fr': 'inscrivez-vous à|déjà abonné|rejoignez-nous',
  'call-it':
    'iscriviti a|iscriviti al|abbonati a|abbonati per|abbonati ora|ti potrebbero interessare|potrebbe interessarti|potrebbero interessarti|riproduzione riservata|seguici',
  'call-pt':
    'assine o|assine já|assine agora|assine para|inscreva-se|compartilhe esta|compartilhe essa|compartilhe no|compartilhe nas|siga o canal|siga o perfil|siga o nosso|entre no canal|receba as notícias|receba nossas|receba notícias|clique aqui|participe do grupo|participe do canal',
  'call-nl': 'meld je aan|abonneer je|deel dit artikel|log in om',
  'call-pl':
    'kup prenumeratę|kup dostęp|obserwuj nas|dalszy ciąg artykułu|dalsza część materiału|dalsza część artykułu|dalsza część tekstu|materiał chroniony prawem|dołącz do nas',
  'call-sv-da-nb-fi':
    'følg oss|følg os|tipsa oss|tips oss|logga in för|logg inn for|har du tips|tilaa lehti|kirjaudu sisään',
  'call-cs-sk-hu-ro':
    'předplaťte si|sledujte nás|sdílet na|prihláste sa|iratkozzon fel|kövess minket|abonează-te|urmărește-ne|urmăriți-ne',
  'call-ru':
    'подпишитесь на|читайте также|читайте нас|следите за нами|следите за нашими|следите за новостями|нашли опечатку|заметили ошибку|заметили опечатку',
  'call-uk': 'підпишіться на|читайте нас|помітили помилку|знайшли помилку|долучайтесь до',
  'call-bg-el':
    'абонирайте се|прочетете още|ακολουθήστε το|ακολουθήστε μας|διαβάστε ακόμη|διαβάστε περισσότερα|εγγραφείτε στο|δείτε επίσης',
  'call-tr': 'abone ol',
  'call-ar-fa-he':
    'اقرأ أيضًا|اقرأ المزيد|تابعونا|شاهد أيضا|شارك الخبر|شارك المقال|بیشتر بخوانید|عضو کانال|קראו עוד|הירשמו ל',
  'call-hi-bn-ta': 'ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|আরো পড়ুন|மேலும் படிக்க',
  'call-id-vi':
    'ikuti kami|ikuti berita|ikuti kanal|simak berita|dapatkan berita|dapatkan update|gabung di channel|gabung di grup|theo dõi chúng|mời quý đọc|mời bạn đọc',
  'call-ja':
    '会員限定|ログインして|ログインすると|この記事は有料|この記事は会員|あわせて読みたい|無断転載',
  'call-zh':
    '責任編輯|相關閱讀|延伸阅读|延伸閱讀|原标题|免责声明|扫一扫|更多精彩|点击进入|点击查看|点击下载',
  'call-ko':
    '저작권자ⓒ|저작권자 ⓒ|저작권자©|저작권자(|저작권자 (|무단전재|무단 전재|기사제보|기사 제보|구독하기|관련기사',
});
