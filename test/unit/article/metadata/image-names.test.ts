import { walkRows } from '../../../support/patterns/walked-rows.ts';
import { NOT_A_PICTURE } from '../../../../src/article/metadata/image-names.ts';

walkRows('NOT_A_PICTURE', NOT_A_PICTURE);
