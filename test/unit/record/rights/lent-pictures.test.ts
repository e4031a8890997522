import { walkRows } from '../../../support/patterns/walked-rows.ts';
import { LENT } from '../../../../src/record/rights/lent-pictures.ts';

walkRows('LENT', LENT);
