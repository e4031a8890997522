import { walkRows } from '../../support/patterns/walked-rows.ts';
import {
  NOTHING_THERE,
  CHOICE_OF_REGION,
  SITE_ERROR,
  CHECKS_WHO_ASKS,
} from '../../../src/record/missing-page-headlines.ts';

walkRows('NOTHING_THERE', NOTHING_THERE);
walkRows('CHOICE_OF_REGION', CHOICE_OF_REGION);
walkRows('SITE_ERROR', SITE_ERROR);
walkRows('CHECKS_WHO_ASKS', CHECKS_WHO_ASKS);
