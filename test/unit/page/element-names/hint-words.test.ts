import { walkRows } from '../../../support/patterns/walked-rows.ts';
import {
  STRONG_HINTS,
  WEAK_HINTS,
  PICTURE_HINTS,
  TEXT_HINTS,
} from '../../../../src/page/element-names/hint-words.ts';

walkRows('STRONG_HINTS', STRONG_HINTS, 'listed elsewhere');
walkRows('WEAK_HINTS', WEAK_HINTS, 'listed elsewhere');
walkRows('PICTURE_HINTS', PICTURE_HINTS, 'listed elsewhere');
walkRows('TEXT_HINTS', TEXT_HINTS, 'listed elsewhere');
