import { walkRows } from '../../../support/patterns/walked-rows.ts';
import {
  WRITTEN_BY,
  LABELLED_BYLINE,
  NOT_A_NAME_CLASS,
  AUTHOR_LINK,
} from '../../../../src/article/authors/author-marks.ts';

walkRows('WRITTEN_BY', WRITTEN_BY);
walkRows('LABELLED_BYLINE', LABELLED_BYLINE);
walkRows('NOT_A_NAME_CLASS', NOT_A_NAME_CLASS);
walkRows('AUTHOR_LINK', AUTHOR_LINK);
