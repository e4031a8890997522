import { walkRows } from '../../../support/patterns/walked-rows.ts';
import { SIGNING_PARAMETERS } from '../../../../src/feed/changes/signing-parameters.ts';

walkRows('SIGNING_PARAMETERS', SIGNING_PARAMETERS);
