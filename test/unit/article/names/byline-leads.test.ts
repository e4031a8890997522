import { walkRows } from '../../../support/patterns/walked-rows.ts';
import { NAME_LEAD, NAME_LEAD_KINDS } from '../../../../src/article/names/byline-leads.ts';

walkRows('NAME_LEAD', NAME_LEAD);
walkRows('NAME_LEAD_KINDS', NAME_LEAD_KINDS);
