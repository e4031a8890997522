import { ADVERTISING } from '../../../../../../src/article/text/wordings/advertising.ts';
import { walkAlternatives } from '../../../../../support/article/walked-alternatives.ts';

walkAlternatives(ADVERTISING, {
  'advertisement-disclosed': 'Anzeige: Dieser Text ist Werbung',
  'text-goes-on-below':
    'Article continues after this|Post continues below|Content continues below|Continue reading below|Advertisement has not loaded',
  'affiliate-commission-abroad':
    'Sternchen: dafür gibt es Provision|Por estos enlaces recibimos una comisión|Achat : nous touchons une commission|Per ogni compra una commissione|Per gli acquisti riceviamo una commissione|Link met commissie',
  'affiliate-commission': 'We receive an affiliate commission|We get a commission',
  'advertisement-english':
    'advertisements|advertisment|advertisments|advertising|ad|sponsored|promoted',
  'advertisement-romance': 'publicidad|publicidade',
  'advertisement-germanic': 'werbung|reklame|annons|annonce|advertentie',
  'advertisement-elsewhere': 'reklama|reklam|iklan|quảng cáo|광고',
  'text-goes-on-nordic': 'saken fortsetter',
});
