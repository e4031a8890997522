import { walkRows } from '../../../support/patterns/walked-rows.ts';
import { PUBLISHED_KEYS } from '../../../../src/page/page-data/published-keys.ts';

walkRows('PUBLISHED_KEYS', PUBLISHED_KEYS);
