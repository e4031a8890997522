import { CORRECTION_SENTENCES } from '../../../../../../src/article/text/wordings/correction-sentences.ts';
import { walkAlternatives } from '../../../../../support/article/walked-alternatives.ts';

walkAlternatives(CORRECTION_SENTENCES, {
  'earlier-version-pt':
    'Uma versão anterior deste artigo|Uma versão anterior desta matéria|Uma versão anterior desta notícia',
  'earlier-version-da-nb': 'I en tidligere version af artikelen',
  'earlier-version-ru': 'В первоначальной версии этого материала|В предыдущей версии новости',
  'earlier-version-tr': 'Bu haberin daha önceki hali',
  'earlier-version-ja':
    '当初、船長の名前に誤り|当初、十時としていましたが|当初、船と記載|当初、船と表記|初出時、船は|この記事の初出',
  'earlier-version-zh': '本文早先版本|本文先前版本',
});
