import { walkRows } from '../../../support/patterns/walked-rows.ts';
import {
  BYLINE_START,
  DATED_BYLINE_START,
  BYLINE_BEHIND_DAY,
} from '../../../../src/article/names/byline-starts.ts';

walkRows('BYLINE_START', BYLINE_START);
walkRows('DATED_BYLINE_START', DATED_BYLINE_START);
walkRows('BYLINE_BEHIND_DAY', BYLINE_BEHIND_DAY);
