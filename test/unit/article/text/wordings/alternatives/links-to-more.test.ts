import { LINKS_TO_MORE } from '../../../../../../src/article/text/wordings/links-to-more.ts';
import { walkAlternatives } from '../../../../../support/article/walked-alternatives.ts';

walkAlternatives(LINKS_TO_MORE, {
  'related-english':
    'Related articles|Related content|Related coverage|Related topics|Related links|Related news|Related posts|Related reading|Related videos|Recommended stories|Recommended videos|Recommended reading|Recommended for you|Watch now|Watch more|Watch next',
  'more-on-english':
    'More on soup|More about soup|More stories of soup|More coverage of soup|More news of soup',
  'you-may-like-english': 'You might be interested in',
  'share-english': 'Follow us|Print|Save|Email|Jump to the comments|Tags|Topics',
  comments: '3 Kommentare|Comentarios|Commenti|Reacties|Leave a comment|Leave a reply',
  'label-with-its-topic': 'Déjà lu|Quellenangaben|Zusatzinformationen',
  'pointer-in-capitals':
    'VIDEO: Soup|PHOTOS: Soup|SLIDESHOW: Soup|MORE: Soup|RELATED: Soup|READ: Soup|LISTEN: Soup|QUIZ: Soup|POLL: Soup',
  'visit-our-pages':
    'Do you want to be informed of soup|Do you want to be notified of soup|For more news visit us|For more articles, see below|For more stories click here|For more stories, head below|For more stories, go below',
  'follow-in-app-asian':
    '『カテゴリーをフォロー|この連載を保存|おすすめ情報|おすすめ記事|関連リンク|関連ニュース',
  'read-more-english':
    "read next|read also|also read|read the full story|read full story|see also|see more|don’t miss|don't miss|up next|end of article|in this topic|more about|filed under|autoplay",
  'most-read-english':
    'trending|trending now|most popular|popular|popular now|top searches|top news|top videos',
  'more-german':
    'mehr dazu|mehr lesen|auch interessant|lesen sie auch|lesen sie mehr|lesen sie mehr zum thema|weitere themen|weitere artikel|weitere informationen|weiterlesen|topmeldungen|siehe auch|schlagworte|schlagwörter|themen',
  'more-french': 'lire aussi|lire plus',
  'more-iberian-italian':
    'leggi anche|lea también|lee también|ver más|veja também|veja mais|leia também',
  'more-dutch-nordic':
    'lees verder|lees meer|les også|les mer|läs också|läs även|læs også|læs mere|lue myös|lue lisää',
  'more-slavic-turkish-asian':
    'czytaj więcej|czytaj też|czytaj także|czytaj również|zobacz także|zobacz również|čtěte také|čtěte více|číst více|ilgili haberler|bunlar da ilginizi çekebilir|читайте также|читать далее|baca juga|xem thêm',
});
