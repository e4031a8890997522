import { walkRows } from '../../../support/patterns/walked-rows.ts';
import {
  CROSSHEAD,
  UNSEEN_CLASS,
  UNSEEN_STYLE,
} from '../../../../src/page/element-names/block-names.ts';

walkRows('CROSSHEAD', CROSSHEAD);
walkRows('UNSEEN_CLASS', UNSEEN_CLASS);
walkRows('UNSEEN_STYLE', UNSEEN_STYLE);
