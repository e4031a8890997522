import { walkRows } from '../../../support/patterns/walked-rows.ts';
import {
  ROLE,
  PROFESSION,
  TITLE_BEHIND_NAME,
  ORGANIZATION,
} from '../../../../src/article/names/roles.ts';

walkRows('ROLE', ROLE);
walkRows('PROFESSION', PROFESSION);
walkRows('TITLE_BEHIND_NAME', TITLE_BEHIND_NAME);
walkRows('ORGANIZATION', ORGANIZATION);
