import { patternOfRows } from '../pattern-rows.ts';

/** Headlines of pages that say that there is nothing. */
export const NOTHING_THERE = patternOfRows(
  [
    {
      name: 'nothing-english',
      languages: 'en',
      pattern: String.raw`\bnot found\b|\b404\b|no longer (?:available|exists)|(?:has|have) (?:expired|been (?:removed|deleted))`,
      finds: [
        'Page not found',
        '404',
        'This page is no longer available',
        'The story no longer exists',
        'The link has expired',
        'These pages have expired',
        'This has been removed',
        'The page has been deleted',
      ],
      passes: ['Divers have found nothing', '4040 boats', 'A ferry that has been mended'],
    },
    {
      name: 'nothing-germanic',
      languages: 'de nl sv da nb',
      pattern: 'nicht gefunden|niet gevonden|hittades inte|ikke fundet|ikke funnet',
      finds: [
        'Seite nicht gefunden',
        'Pagina niet gevonden',
        'Sidan hittades inte',
        'Siden blev ikke fundet',
        'Siden ble ikke funnet',
      ],
      passes: ['Fähre gefunden', 'Båten hittades i hamnen'],
    },
    {
      name: 'nothing-romance',
      languages: 'fr es pt it ro',
      pattern:
        "introuvable|n[’']existe (?:pas|plus)|no encontrad[ao]|no existe|não (?:foi )?encontrad[ao]|non trovat[ao]|nu a fost găsit",
      finds: [
        'Page introuvable',
        'Cette page n’existe pas',
        'La page n’existe plus',
        'Página no encontrada',
        'La página no existe',
        'Página não encontrada',
        'Pagina non trovata',
        'Pagina nu a fost găsită',
      ],
      passes: ['Le ferry existe encore', 'Encontrada la barca'],
    },
    {
      name: 'nothing-eastern-europe',
      languages: 'pl cs fi tr hu ru uk',
      pattern: 'nie znaleziono|nenalezen|ei löyt|bulunamadı|nem található|не найден|не знайден',
      finds: [
        'Nie znaleziono strony',
        'Stránka nenalezena',
        'Sivua ei löytynyt',
        'Sayfa bulunamadı',
        'Az oldal nem található',
        'Страница не найдена',
        'Сторінку не знайдено',
      ],
      passes: ['Znaleziono prom', 'Найден паром'],
    },
    {
      name: 'nothing-asia',
      languages: 'ja zh ko ar th vi id',
      pattern:
        '見つかりません|找不到|不存在|찾을 수 없|غير موجود|ไม่พบ|không tìm thấy|tidak ditemukan',
      finds: [
        'ページが見つかりません',
        '找不到页面',
        '页面不存在',
        '페이지를 찾을 수 없습니다',
        'الرابط غير موجود',
        'ไม่พบหน้านี้',
        'Không tìm thấy trang',
        'Halaman tidak ditemukan',
      ],
      passes: ['船が見つかりました', 'Kapal ditemukan'],
    },
  ],
  'iu',
);

/** Headlines of pages that ask where the reader is. */
export const CHOICE_OF_REGION = patternOfRows(
  [
    {
      name: 'region-english',
      languages: 'en',
      pattern: String.raw`\b(?:choose|select|pick) (?:your |an? |the )?(?:region|country|edition|location|language)`,
      finds: [
        'Choose your region',
        'Select a country',
        'Pick the edition',
        'Choose location',
        'Select an edition',
        'Select language',
      ],
      passes: ['Voters choose a mayor', 'The region selects a ferry'],
    },
    {
      name: 'not-in-your-region',
      languages: 'en',
      pattern: String.raw`\bnot available in your (?:region|country)\b`,
      finds: ['Not available in your region', 'This is not available in your country'],
      passes: ['Soup is not available in the country', 'Available in your region'],
    },
    {
      name: 'region-german',
      languages: 'de',
      pattern: '(?:region|land|ausgabe|standort) (?:wählen|auswählen)',
      finds: ['Region wählen', 'Land auswählen', 'Ausgabe wählen', 'Standort wählen'],
      passes: ['Das Land wählt', 'Wähler der Region'],
    },
    {
      name: 'region-french',
      languages: 'fr',
      pattern: String.raw`choisi\p{L}* (?:votre |une? )?(?:région|pays|édition)`,
      finds: ['Choisissez votre région', 'Choisir un pays', 'Choisissez une édition'],
      passes: ['Il choisit la mer', 'Votre région change'],
    },
    {
      name: 'region-iberian',
      languages: 'es pt',
      pattern: String.raw`(?:elige|seleccion\p{L}*|escolha) (?:tu |su |sua |seu )?(?:región|país|edición|região|edição)`,
      finds: [
        'Elige tu región',
        'Seleccione su país',
        'Elige edición',
        'Escolha sua região',
        'Escolha seu país',
        'Escolha edição',
      ],
      passes: ['El país elige alcalde', 'La selección del país'],
    },
    {
      name: 'region-elsewhere',
      languages: 'ru ja zh',
      pattern: 'выберите|地域を選択|选择地区',
      finds: ['Выберите регион', '地域を選択してください', '选择地区'],
      passes: ['Выборы в порту', '地域の港'],
    },
  ],
  'iu',
);

/** Headlines of pages that tell of a fault of the site. */
export const SITE_ERROR = patternOfRows(
  [
    {
      name: 'fault-english',
      languages: 'en',
      pattern: String.raw`\b(?:error|oops|something went wrong|unavailable|maintenance|access denied|forbidden)\b`,
      finds: [
        'Error',
        'Oops',
        'Something went wrong',
        'Service unavailable',
        'Maintenance',
        'Access denied',
        'Forbidden',
      ],
      passes: ['Terror of the seas', 'The ferry went wrong'],
    },
    {
      name: 'fault-europe',
      languages: 'de fr it pt nl pl',
      pattern: String.raw`\b(?:fehler|wartung|erreur|errore|erro|fout|błąd)\b`,
      finds: ['Fehler', 'Wartung', 'Erreur', 'Errore', 'Erro', 'Fout', 'Błąd'],
      passes: ['Fehlerfrei zur Insel', 'Terrore in porto'],
    },
    {
      name: 'fault-in-signs',
      languages: 'ru ja zh ko ar',
      pattern: 'ошибка|エラー|错误|오류|خطأ',
      finds: ['Ошибка', 'エラーが発生', '错误', '오류', 'خطأ'],
      passes: ['Шибкий паром', '港の船'],
    },
  ],
  'iu',
);

/** Headlines of pages that want to know whether a person asks. */
export const CHECKS_WHO_ASKS = patternOfRows(
  [
    {
      name: 'person-or-program',
      languages: 'en',
      pattern: String.raw`\b(?:captcha|are you (?:a )?human|not a robot)\b`,
      finds: ['Captcha', 'Are you a human?', 'Prove that you are not a robot'],
      passes: ['You are human, says the captain', 'A robot sails'],
    },
    {
      name: 'wait-for-the-check',
      languages: 'en',
      pattern: String.raw`\b(?:just a moment|checking your browser|verify(?:ing)? (?:that )?you)\b`,
      finds: ['Just a moment', 'Checking your browser', 'Verifying that you are there'],
      passes: ['A moment on the quay', 'Divers verify your story'],
    },
  ],
  'iu',
);
