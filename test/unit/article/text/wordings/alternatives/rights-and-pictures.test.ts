import { RIGHTS_AND_PICTURES } from '../../../../../../src/article/text/wordings/rights-and-pictures.ts';
import { walkAlternatives } from '../../../../../support/article/walked-alternatives.ts';

walkAlternatives(RIGHTS_AND_PICTURES, {
  copyright: '(c) 2026 The Quay|Copyright by Ann|Copyright of Ann',
  'all-rights-reserved': 'Tous droits réservés|All rights reserved by The Quay|항구 무단 전재',
  'picture-label':
    'Photograph: Ann|Image: Ann|Picture: Ann|Credit: Ann|Illustration: Ann|File photo: Ann|Source: Ann|Foto: Ann|Bild: Ann|Bilder: Ann|Ljósmynd: Ann|Bron: Ann|Kuva: Ann|Zdroj: Ann|Fot.: Ann|Photo by: Ann|Photo credit: Ann|Photo courtesy: Ann',
  'picture-label-at-end':
    'Photo by: Ann|(Picture: Ann|A map Credit: Ann|A map Photo: Ann|A map. Image: Ann|A map. Foto: Ann|A map. Fot: Ann|A map. Ljósmynd: Ann|A map. Bild: A. Lee, B. Ray|A map. Bild: The archive of the harbour office of the city (1)',
});
