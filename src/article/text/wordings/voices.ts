import { phraseList } from './phrases.ts';

/**
 * Who speaks in a line, by language: words by which a template speaks to its reader and of itself, and those by which
 * an article tells of others. Words are separated by `|`; one that ends in `*` is the beginning of a word.
 */
export interface Voice {
  language: string;
  /** Who is spoken to. */
  reader: string;
  /** The desk, of itself. */
  desk: string;
  /** What the desk calls the text at hand. */
  itself: string;
  /** What the reader is told to do, at the beginning of a sentence. */
  calls: string;
  /** What somebody did or said. */
  tells: string;
}

export const VOICES: Voice[] = [
  {
    language: 'en',
    reader: 'you|your|yours|yourself',
    desk: 'we|our|ours|us',
    itself: phraseList(
      'this article|this story|this post|this entry|this interview|this column|this piece|this report|this feature',
      'this page|this site|this website|this material|this content|this newsletter|this summary|this video',
    ),
    calls: phraseList(
      "please|thanks|thank you|want|don’t miss|don't miss|never miss|stay|keep up",
      'sign up|then sign up|subscribe|register|join|log in|become|create|support',
      'get|download|read|visit|see|check|check out|watch|listen|find|discover|receive',
      'click|tap|scroll|continue|enable|change|bookmark',
      'follow|share|like|contact|email|e-mail|send|write|tell',
    ),
    tells: phraseList(
      'said|says|told|tells|asked|urged|announced|added|claimed|warned|ruled|wrote|argued|reported|according to',
      'was|were|had|did|found|collapsed',
    ),
  },
  {
    language: 'de',
    reader: 'du|dich|dir|dein*|euch|ihnen|ihre|ihrem|ihren|sie',
    desk: 'wir|uns|unser*|redaktion',
    itself: phraseList(
      'dieser artikel|diesen artikel|diesem artikel|dieser beitrag|dieser text|dieses interview|dieses video',
      'dieser inhalt|diesen inhalt|diesem inhalt|diese inhalte|diese seite|dieser stelle',
    ),
    calls: phraseList(
      'bitte|jetzt|hier|hol dir|verpassen sie|bleiben sie|erhalten sie|unterstützen sie|entdecken sie',
      'abonnieren|abonniere|abonniert|melden sie|melde dich|registrieren sie|werden sie|laden sie',
      'folgen sie|folge|klicken sie|lesen sie|teilen sie|schreiben sie',
    ),
    tells:
      'sagte|sagt|sagten|war|waren|wurde|wurden|hatte|hatten|laut|erklärte|teilte|berichtete|habe|sei|seien',
  },
  {
    language: 'fr',
    reader: 'vous|votre|vos|toi|tes',
    desk: 'nous|notre|nos|rédaction',
    itself: 'cet article|ce contenu|cette page|ce site|ce texte|cet entretien|cette vidéo',
    calls: phraseList(
      'abonnez|inscrivez|rejoignez|recevez|téléchargez|connectez|créez',
      'cliquez|suivez|lisez|découvrez|partagez|retrouvez|merci|veuillez',
    ),
    tells:
      'a dit|dit|disait|était|étaient|avait|avaient|selon|a déclaré|a annoncé|explique|affirme|raconte|ont été|a été',
  },
  {
    language: 'es',
    reader: 'tú|tu|tus|te|usted|su cuenta|ti',
    desk: 'nuestr*|nosotros|redacción',
    itself:
      'este artículo|esta noticia|este contenido|esta página|este sitio|este vídeo|este texto|esta entrevista',
    calls: phraseList(
      'suscríb*|regístrate|únete|apúntate|inicia|acepte|acepta|descarga|recibe',
      'sigue|síguenos|haz|lee|lea|por favor|gracias|comparte|conoce|puede*',
    ),
    tells: 'dijo|dice|era|eran|fue|fueron|había|según|afirmó|anunció|explicó|contó|declaró',
  },
  {
    language: 'it',
    reader: 'tu|tuo|tua|tuoi|te|ti|voi|vostr*',
    desk: 'nostr*|noi|redazione',
    itself:
      'questo articolo|questa pagina|questo sito|questo contenuto|questo video|questa intervista',
    calls:
      'iscriviti|abbonati|clicca|segui|seguici|leggi|scarica|ricevi|registrati|scopri|condividi|accedi|grazie',
    tells:
      'ha detto|disse|dice|era|erano|aveva|avevano|secondo|ha spiegato|ha annunciato|fu|furono|è stato|è stata',
  },
  {
    language: 'pt',
    reader: 'você|seu e-mail|sua conta|te|teu',
    desk: 'noss*|redação',
    itself:
      'este artigo|esta reportagem|esta matéria|este conteúdo|esta página|este site|este vídeo',
    calls:
      'assine|inscreva-se|clique|siga|leia|baixe|receba|entre|participe|compartilhe|acesse|cadastre-se|confira|veja',
    tells: 'disse|diz|era|eram|foi|foram|havia|segundo|afirmou|anunciou|explicou|contou|tinha',
  },
  {
    language: 'nl',
    reader: 'je|jij|jou|jouw|u|uw',
    desk: 'wij|we|ons|onze|redactie',
    itself: 'dit artikel|deze pagina|deze site|dit bericht|dit interview|deze video',
    calls: 'meld|abonneer|schrijf|volg|klik|lees|download|word|ontvang|deel|log in|bekijk|luister',
    tells: 'zei|zegt|was|waren|werd|werden|had|hadden|volgens|vertelde|verklaarde',
  },
  {
    language: 'pl',
    reader: 'ty|twój|twoj*|ciebie|państw*|cię',
    desk: 'nasz*|nam|nas|redakcj*',
    itself: 'ten artykuł|ta strona|ten tekst|ten materiał|tego artykułu|tego materiału',
    calls:
      'zapisz|subskrybuj|kliknij|czytaj|pobierz|zaloguj|dołącz|obserwuj|zobacz|kup|sprawdź|polub',
    tells: 'powiedział*|był|była|było|byli|były|według|poinformował*|dodał*|stwierdził*|mówi',
  },
  {
    language: 'sv',
    reader: 'du|dig|din|ditt|dina|er|ert',
    desk: 'vi|oss|vår|vårt|våra',
    itself: 'den här artikeln|artikeln|den här texten|den här sidan',
    calls: 'följ|prenumerera|läs|klicka|logga in|ladda ner|tipsa|dela|anmäl|skriv',
    tells: 'sade|sa|säger|var|hade|enligt|berättade|uppgav|blev',
  },
  {
    language: 'nb da',
    reader: 'du|deg|dig|din|ditt|dit|dine|jer|jeres',
    desk: 'vi|oss|os|vår|vårt|våre|vores',
    itself: 'denne artikkelen|artikkelen|saken|denne artikel|artiklen',
    calls: 'følg|abonner|les|læs|klikk|klik|logg inn|log ind|last ned|tips|del|meld|tilmeld|skriv',
    tells: 'sa|sier|sagde|siger|var|hadde|havde|ifølge|fortalte|opplyste|oplyste|ble|blev',
  },
  {
    language: 'cs sk hu ro',
    reader: 'vy|vás|vám|váš|vaš*|ty|tvůj|ön|te|dumneavoastră|tău',
    desk: 'náš|naš*|nám|nás|mi|minket|nostru|noastr*|redakc*',
    itself: 'tento článek|tento článok|ez a cikk|acest articol',
    calls:
      'přihlaste|předplaťte|sledujte|sdílet|prihláste|čtěte|klikněte|iratkozz*|kövess*|abonează-te|urmăr*|citește',
    tells:
      'řekl*|byl|byla|bylo|byly|podle|uvedl*|dodal*|povedal*|mondta|volt|voltak|szerint|a spus|era|erau|potrivit',
  },
  {
    language: 'ru uk',
    reader: 'вы|вас|вам|ваш*|ты|тебя',
    desk: 'мы|нас|наш*|нам|редакци*',
    itself: 'эта статья|этот материал|эту статью|этого материала|ця стаття',
    calls:
      'подписывайтесь|подпишитесь|читайте|следите|смотрите|нажмите|скачайте|присоединяйтесь|поделитесь|нашли|заметили',
    tells:
      'сказал*|заявил*|сообщил*|был|была|было|были|словам|рассказал*|отметил*|добавил*|говорит',
  },
  {
    language: 'el',
    reader: 'εσείς|εσάς|σας|σου',
    desk: 'εμείς|εμάς|μας',
    itself: 'αυτό το άρθρο|το άρθρο αυτό|αυτή η σελίδα',
    calls: 'διαβάστε|εγγραφείτε|ακολουθήστε|κάντε|δείτε|κατεβάστε|μοιραστείτε',
    tells: 'είπε|δήλωσε|ήταν|είχε|σύμφωνα|ανακοίνωσε|ανέφερε',
  },
  {
    language: 'tr',
    reader: 'siz|sizin|size|sizi',
    desk: 'biz|bizi|bizim|bize',
    itself: 'bu haber|bu yazı|bu içerik',
    calls: 'abone olun|takip edin|tıklayın|indirin|okuyun|üye olun',
    tells: 'dedi|söyledi|idi|oldu|açıkladı|göre|belirtti',
  },
  {
    language: 'ja',
    reader: 'あなた|皆さま|皆様',
    desk: '本紙|当社|弊社|編集部|当サイト',
    itself: 'この記事|このページ|この動画|当記事',
    calls: '会員|続き|この記事|詳しく|詳細|無料|登録|フォロー|『カテゴリー',
    tells: '述べた|発表した|話した|語った|明らかにした|によると|という。|だった。|していた',
  },
  {
    language: 'zh',
    reader: '您|你',
    desk: '本网|本報|本报|本站|我们|小编|編輯部|编辑部',
    itself: '本文|此文|本篇|该文',
    calls: '请|請|点击|點擊|扫描|扫一扫|关注|下载|欢迎|更多',
    tells: '表示|指出|透露|告诉|告訴|宣布|声明说|认为|称，',
  },
  {
    language: 'ko',
    reader: '여러분|당신',
    desk: '본지|당사|본보|저희|우리',
    itself: '이 기사|본 기사|이 글',
    calls: '구독|클릭|기사제보|기사 제보|제보|더 많은|카카오톡으로',
    tells: '말했다|밝혔다|전했다|했다|설명했다|따르면',
  },
];
