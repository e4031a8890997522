import { walkRows } from '../../../support/patterns/walked-rows.ts';
import {
  OTHER_MARK,
  CHANGE_WORDS,
  UPDATE_LABEL,
  LABELLED_DATE,
} from '../../../../src/article/dates/change-words.ts';

walkRows('OTHER_MARK', OTHER_MARK);
walkRows('CHANGE_WORDS', CHANGE_WORDS);
walkRows('UPDATE_LABEL', UPDATE_LABEL);
walkRows('LABELLED_DATE', LABELLED_DATE);
