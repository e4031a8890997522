import { walkRows } from '../../support/patterns/walked-rows.ts';
import { CONSENT, LOG_IN, OFFERS_TO_SUBSCRIBE } from '../../../src/record/gate-headlines.ts';

walkRows('CONSENT', CONSENT);
walkRows('LOG_IN', LOG_IN);
walkRows('OFFERS_TO_SUBSCRIBE', OFFERS_TO_SUBSCRIBE);
