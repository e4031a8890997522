/**
 * News agencies whose copy other publishers print. A text that one of them signed is the agency's, whoever publishes
 * it: see `record/rights`. A new agency is a row here and nothing else.
 */
export interface Agency {
  id: string;
  /** As a record prints it. */
  name: string;
  /** Signs that are no other word: any word of a credit line may be one. Case matters. */
  signs: string[];
  /** Signs that are words, names or initials elsewhere: they count where nothing stands beside them, as the agency's own name does. */
  alone: string[];
  /** Full names in the languages that the agency is signed in: they count anywhere, in any case. */
  names: string[];
  /** What it sells; a signature under a text that only sells pictures is a picture's. */
  sells: 'text' | 'pictures';
}

type AgencyRow = [
  id: string,
  name: string,
  words: { signs?: string; alone?: string; names?: string },
];

const TEXT: AgencyRow[] = [
  ['ap', 'Associated Press', { signs: 'AP', names: 'Associated Press|AP通信|美联社|美聯社' }],
  [
    'reuters',
    'Reuters',
    { names: 'Reuters|Thomson Reuters|路透社|路透|ロイター|로이터|Рейтер|رويترز' },
  ],
  [
    'afp',
    'AFP',
    { signs: 'AFP', names: 'Agence France-Presse|Agence France Presse|法新社|فرانس برس|أ ف ب' },
  ],
  ['dpa', 'dpa', { signs: 'dpa|DPA', names: 'Deutsche Presse-Agentur|dpa-infocom|د ب أ' }],
  ['efe', 'EFE', { signs: 'EFE', names: 'Agencia EFE|EFE Verde' }],
  ['ansa', 'ANSA', { signs: 'ANSA', names: 'Redazione ANSA|Agenzia ANSA' }],
  ['xinhua', 'Xinhua', { names: 'Xinhua|新华社|新華社|新华网|Синьхуа|شينخوا' }],
  ['tass', 'TASS', { signs: 'TASS|Tass', names: 'ITAR-TASS|ТАСС|ИТАР-ТАСС|塔斯社' }],
  [
    'kyodo',
    'Kyodo News',
    { signs: 'Kyodo|KYODO', alone: '共同', names: 'Kyodo News|共同通信|共同通信社|共同社' },
  ],
  ['jiji', 'Jiji Press', { alone: 'Jiji|時事', names: 'Jiji Press|時事通信|時事通信社|时事社' }],
  ['yonhap', 'Yonhap', { names: 'Yonhap|연합뉴스|韩联社|韓聯社|聯合ニュース' }],
  [
    'anadolu',
    'Anadolu Agency',
    {
      alone: 'Anadolu|ANADOLU|AA|Anadolija',
      names: 'Anadolu Agency|Anadolu Ajansı|Anadolu Agentur|Agence Anadolu|الأناضول',
    },
  ],
  [
    'cp',
    'The Canadian Press',
    { alone: 'CP', names: 'Canadian Press|La Presse canadienne|Presse canadienne' },
  ],
  ['upi', 'UPI', { signs: 'UPI', names: 'United Press International' }],
  ['pti', 'PTI', { signs: 'PTI', alone: 'भाषा', names: 'Press Trust of India|PTI भाषा|पीटीआई' }],
  ['ani', 'ANI', { names: 'Asian News International' }],
  ['ians', 'IANS', { signs: 'IANS', names: 'Indo-Asian News Service' }],
  ['uni', 'UNI', { names: 'United News of India' }],
  ['pa', 'PA Media', { alone: 'PA|Press Association', names: 'PA Media|PA Wire|PA Images' }],
  ['bloomberg', 'Bloomberg', { names: 'Bloomberg News' }],
  ['dowjones', 'Dow Jones Newswires', { names: 'Dow Jones Newswires' }],
  ['tns', 'Tribune News Service', { alone: 'TNS', names: 'Tribune News Service' }],
  ['aap', 'AAP', { signs: 'AAP', names: 'Australian Associated Press' }],
  ['app', 'APP', { names: 'Associated Press of Pakistan' }],
  ['bernama', 'Bernama', { signs: 'Bernama|BERNAMA' }],
  ['antara', 'Antara', { signs: 'ANTARA', names: 'Antara News|Kantor Berita Antara' }],
  ['pna', 'Philippine News Agency', { alone: 'PNA', names: 'Philippine News Agency' }],
  ['vna', 'VNA', { signs: 'TTXVN', names: 'Vietnam News Agency|Thông tấn xã Việt Nam' }],
  ['cna', 'CNA', { names: 'Central News Agency|中央社|中央通訊社' }],
  ['cns', 'China News Service', { names: 'China News Service|中新社|中新网|中国新闻社' }],
  ['newsis', 'Newsis', { names: 'Newsis|뉴시스' }],
  ['news1', 'News1', { names: '뉴스1' }],
  ['apa', 'APA', { names: 'Austria Presse Agentur|Austria Presse-Agentur' }],
  [
    'keystone-sda',
    'Keystone-SDA',
    {
      alone: 'SDA|sda|ATS|ats',
      names: 'Keystone-SDA|Keystone-ATS|Schweizerische Depeschenagentur',
    },
  ],
  ['sid', 'SID', { names: 'Sport-Informations-Dienst' }],
  ['epd', 'epd', { names: 'Evangelischer Pressedienst' }],
  ['kna', 'KNA', { names: 'Katholische Nachrichten-Agentur' }],
  ['belga', 'Belga', { alone: 'BELGA', names: 'Belga News Agency|Agence Belga' }],
  ['anp', 'ANP', { signs: 'ANP', names: 'Algemeen Nederlands Persbureau' }],
  ['ritzau', 'Ritzau', { names: 'Ritzau' }],
  ['tt', 'TT', { names: 'TT Nyhetsbyrån|Tidningarnas Telegrambyrå' }],
  ['ntb', 'NTB', { signs: 'NTB', names: 'Norsk Telegrambyrå' }],
  ['stt', 'STT', { signs: 'STT', names: 'Suomen Tietotoimisto|STT-Lehtikuva' }],
  ['europapress', 'Europa Press', { names: 'Europa Press' }],
  ['lusa', 'Lusa', { alone: 'LUSA', names: 'Agência Lusa' }],
  ['estadao', 'Estadão Conteúdo', { names: 'Estadão Conteúdo' }],
  ['folhapress', 'Folhapress', { names: 'Folhapress' }],
  ['telam', 'Télam', { signs: 'Télam|TÉLAM' }],
  ['prensalatina', 'Prensa Latina', { names: 'Prensa Latina' }],
  ['notimex', 'Notimex', { signs: 'Notimex|NOTIMEX' }],
  ['adnkronos', 'Adnkronos', { names: 'Adnkronos' }],
  ['askanews', 'askanews', { names: 'askanews' }],
  ['agi', 'AGI', { names: 'Agenzia Giornalistica Italia' }],
  ['qmi', 'Agence QMI', { names: 'Agence QMI' }],
  ['pap', 'PAP', { names: 'Polska Agencja Prasowa' }],
  ['ctk', 'ČTK', { signs: 'ČTK', names: 'Česká tisková kancelář' }],
  ['tasr', 'TASR', { signs: 'TASR' }],
  ['mti', 'MTI', { names: 'Magyar Távirati Iroda' }],
  ['agerpres', 'Agerpres', { names: 'Agerpres|Mediafax' }],
  ['hina', 'Hina', { alone: 'HINA' }],
  ['tanjug', 'Tanjug', { names: 'Tanjug|Танјуг' }],
  ['bta', 'BTA', { alone: 'БТА', names: 'Българска телеграфна агенция' }],
  ['ana-mpa', 'ANA-MPA', { names: 'ANA-MPA|ΑΠΕ-ΜΠΕ' }],
  ['interfax', 'Interfax', { names: 'Interfax|Интерфакс|Інтерфакс-Україна|Interfax-Ukraine' }],
  ['ria', 'RIA Novosti', { names: 'RIA Novosti|РИА Новости' }],
  ['ukrinform', 'Ukrinform', { names: 'Ukrinform|Укрінформ' }],
  ['dha', 'DHA', { names: 'Demirören Haber Ajansı' }],
  ['iha', 'İHA', { signs: 'İHA', names: 'İhlas Haber Ajansı' }],
  ['irna', 'IRNA', { signs: 'IRNA', names: 'Islamic Republic News Agency|ایرنا' }],
  ['aps', 'APS', { names: 'Algérie Presse Service' }],
  ['map', 'MAP', { names: 'Maghreb Arabe Presse' }],
  ['nan', 'NAN', { names: 'News Agency of Nigeria' }],
  ['ips', 'IPS', { names: 'Inter Press Service' }],
];

const PICTURES: AgencyRow[] = [
  ['getty', 'Getty Images', { signs: 'Getty|GETTY', names: 'Getty Images|iStock|WireImage' }],
  ['epa', 'EPA', { signs: 'EPA', names: 'European Pressphoto Agency' }],
  ['zuma', 'ZUMA Press', { signs: 'ZUMA|Zuma', names: 'ZUMA Press' }],
  ['shutterstock', 'Shutterstock', { names: 'Shutterstock' }],
  ['alamy', 'Alamy', { names: 'Alamy' }],
  ['imago', 'imago', { alone: 'IMAGO', names: 'imago images' }],
  ['picture-alliance', 'picture alliance', { names: 'picture alliance|picture-alliance' }],
  ['scanpix', 'Scanpix', { names: 'Scanpix' }],
  ['keystone', 'Keystone', { alone: 'KEYSTONE' }],
];

const split = (words: string | undefined): string[] => words?.split('|') ?? [];

const agency =
  (sells: Agency['sells']) =>
  ([id, name, { signs, alone, names }]: AgencyRow): Agency => ({
    id,
    name,
    sells,
    signs: split(signs),
    alone: [...split(alone), name],
    names: split(names),
  });

export const AGENCIES: readonly Agency[] = [
  ...TEXT.map(agency('text')),
  ...PICTURES.map(agency('pictures')),
];
