// Words of lines that say when a page was published or changed, by languages.

export interface TimestampWords {
  /** BCP 47, separated by blanks. */
  languages: string;
  /** In lower case, separated by blanks. */
  words: string;
  /** Lines that are timestamps by one of the words. */
  finds: string[];
  /** Sentences and other lines that hold the same words. */
  passes: string[];
}

/** What templates call a date, or set before the name of who wrote on it. */
export const TIMESTAMP_LABELS: readonly TimestampWords[] = [
  {
    languages: 'en',
    words: 'published updated posted modified edited created written asked answered',
    finds: [
      'Published by the harbour desk of Port Else 9.3.2026',
      'Asked by Ann Lee, 9 March 2026',
    ],
    passes: ['The tables were updated in 2026.', 'The guard that was posted in 2026 spoke.'],
  },
  {
    languages: 'de',
    words: 'aktualisiert aktualisierung veröffentlicht erstellt publiziert geschrieben',
    finds: [
      'Veröffentlicht von der Redaktion des Hafens 9.3.2026',
      'Letzte Aktualisierung dieser Seite hier: 9.3.2026',
    ],
    passes: ['Der Fahrplan wurde 2026 aktualisiert.', 'Das Buch, 2026 geschrieben, ist neu.'],
  },
  {
    languages: 'fr',
    words: 'publié mis jour',
    finds: ['Mis à jour par la rédaction du port 9.3.2026', 'Publié par Léa Roy au port 9.3.2026'],
    passes: ['Le ferry fut mis à l’eau en 2026.', 'Le livre est publié en 2026.'],
  },
  {
    languages: 'es pt it',
    words: 'publicado actualizado atualizado pubblicato aggiornato modifica',
    finds: [
      'Actualizado por la redacción del puerto viejo 9.3.2026',
      'Ultima modifica di Anna Mare del porto 9.3.2026',
    ],
    passes: ['El libro fue publicado en 2026.', 'La modifica del molo costa 2026 euro.'],
  },
  {
    languages: 'sv nb da nl',
    words: 'uppdaterad publicerad publisert oppdatert opdateret publiceret gepubliceerd bijgewerkt',
    finds: ['Publicerad av Ada Hav i hamnen 9.3.2026', 'Bijgewerkt door Jan Zee in haven 9.3.2026'],
    passes: ['Kartan är uppdaterad sedan 2026.', 'De kaart werd in 2026 bijgewerkt.'],
  },
  {
    languages: 'pl cs tr',
    words: 'opublikowano zaktualizowano aktualizováno güncelleme güncellenme yayınlanma',
    finds: [
      'Opublikowano przez redakcję portu w mieście 9.3.2026',
      'Son güncelleme liman haber masası burada 9.3.2026',
    ],
    passes: ['Mapę opublikowano w 2026 roku.', 'Güncelleme 2026 yılında geldi.'],
  },
  {
    languages: 'ru uk',
    words: 'обновлено опубликовано оновлено',
    finds: [
      'Опубликовано редакцией газеты порта сегодня 9.3.2026',
      'Обновлено 9 марта 2026, Иван Морской, порт',
    ],
    passes: ['Расписание обновлено в 2026 году.', 'Письмо опубликовано в 2026 году.'],
  },
  {
    languages: 'zh ja ko',
    words: '更新 发布 發布 公開 配信 掲載 입력 수정',
    finds: ['入力 2026.3.9 更新 2026.3.10', '입력 2026.3.9 수정 2026.3.10'],
    passes: ['2026年に船は更新された。', '지도는 2026년에 수정됐다.'],
  },
];

/** What else stands in a date: hours, and small words between its parts. */
export const WORDS_OF_A_DATE: readonly TimestampWords[] = [
  {
    languages: 'en',
    words: 'by date am pm hrs at on of the est edt last first article article’s today yesterday',
    finds: ['Article’s last date: 9.3.2026', 'Today at 9:30 am'],
    passes: ['The first ferry of 2026.', 'On the date of 2026 nobody came'],
  },
  {
    languages: 'de',
    words: 'von datum am um uhr letzte zuletzt heute gestern',
    finds: ['Datum: 9.3.2026', 'Heute um 9:30 Uhr'],
    passes: ['Am Hafen war 2026 alles ruhig.', 'Zuletzt kam 2026 die Fähre'],
  },
  {
    languages: 'fr es pt it',
    words: 'par por di fecha data le el de du do del da hier hoy ayer',
    finds: ['Fecha: 9.3.2026', 'Hier à 9:30'],
    passes: ['El puerto de 2026 es otro.', 'Le ferry de 2026 arrive'],
  },
  {
    languages: 'nl sv nb da fi',
    words: 'door av af om den kl klo hs vandaag gisteren idag igår',
    finds: ['Vandaag om 9:30', 'Idag kl 9:30'],
    passes: ['Den färja som kom 2026 är ny.', 'Om 2026 skrev ingen'],
  },
  {
    languages: 'cs pl tr',
    words: 'včera dnes dziś wczoraj bugün dün',
    finds: ['Dnes 9:30', 'Bugün 9:30'],
    passes: ['Dnes je rok 2026.', 'Dziś prom płynie w 2026 roku'],
  },
];
