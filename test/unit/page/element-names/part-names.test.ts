import { walkRows } from '../../../support/patterns/walked-rows.ts';
import { WANTED_NAMES, MODIFIERS } from '../../../../src/page/element-names/part-names.ts';

walkRows('WANTED_NAMES', WANTED_NAMES);
walkRows('MODIFIERS', MODIFIERS);
